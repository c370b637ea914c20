import './on-postgres.ts';
import '../events.test.ts';
