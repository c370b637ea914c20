/** What central needs for mail that goes out by itself. */
export interface Mailing {
  /** E4: the admin group's addresses; empty: nobody is told. */
  readonly adminAddresses: readonly string[];
  /** Where people reach central's pages, without a slash at the end. */
  readonly publicUrl: string;
  readonly secret: (bytes: number) => string;
}

export interface MailSettings extends Pick<Mailing, 'adminAddresses' | 'publicUrl'> {}

/** @param port where central listens, for whoever names no address of its own */
export function readMailSettings(env: Readonly<Record<string, string | undefined>>, port: number): MailSettings {
  const url = env['CENTRAL_PUBLIC_URL'] ?? `http://localhost:${port}`;
  return {
    adminAddresses: (env['CENTRAL_ADMIN_MAIL'] ?? '')
      .split(',')
      .map((each) => each.trim())
      .filter(Boolean),
    publicUrl: url.replace(/\/+$/, ''),
  };
}
