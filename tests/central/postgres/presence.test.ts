import './on-postgres.ts';
import '../presence.test.ts';
