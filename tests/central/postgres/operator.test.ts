import './on-postgres.ts';
import '../operator.test.ts';
