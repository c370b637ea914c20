import './on-postgres.ts';
import '../mail.test.ts';
