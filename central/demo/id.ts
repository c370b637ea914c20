import { v5 } from 'uuid';

/** Made once for the demo site. */
const NAMESPACE = '5d0c3f5e-7a52-4d0f-9b57-2f6f1f0f6a11';

/** The same name gives the same id in every demo, so that tests and pages can name things. */
export const demoId = (name: string): string => v5(name, NAMESPACE);
