import './on-postgres.ts';
import '../changes.test.ts';
