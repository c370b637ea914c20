import './on-postgres.ts';
import '../backlog.test.ts';
