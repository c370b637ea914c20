import './on-postgres.ts';
import '../devices.test.ts';
