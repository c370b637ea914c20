import './on-postgres.ts';
import '../remove-person.test.ts';
