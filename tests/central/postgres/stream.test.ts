import './on-postgres.ts';
import '../stream.test.ts';
