import './on-postgres.ts';
import '../undone.test.ts';
