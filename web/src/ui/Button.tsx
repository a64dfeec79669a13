import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { Link } from 'wouter';
import type { IconName } from './Icon';
import { Icon } from './Icon';

type Look = 'plain' | 'primary' | 'danger' | 'quiet';

interface Common {
  look?: Look;
  wide?: boolean;
  icon?: IconName;
  children: ReactNode;
}

type ButtonProps = Common & { busy?: boolean } & ButtonHTMLAttributes<HTMLButtonElement>;

/** A button; while `busy` it shows a turning ring and does not act. */
export function Button({ look, wide, icon, busy = false, children, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={classes(look, wide)}
      disabled={rest.disabled === true || busy}
      aria-busy={busy || undefined}
    >
      {busy ? (
        <span className="btn__busy" aria-hidden="true" />
      ) : (
        icon !== undefined && <Icon name={icon} />
      )}
      {children}
    </button>
  );
}

/** A square button with a drawing instead of a text; the label is what it is called. */
export function IconButton({
  icon,
  label,
  ...rest
}: { icon: IconName; label: string } & ButtonHTMLAttributes<HTMLButtonElement>) {
  return (
    <button
      type="button"
      {...rest}
      className="btn btn--quiet btn--icon"
      aria-label={label}
      title={label}
    >
      <Icon name={icon} />
    </button>
  );
}

/** A link that looks like a button. */
export function ButtonLink({ look, wide, icon, children, href }: Common & { href: string }) {
  return (
    <Link href={href} className={classes(look, wide)}>
      {icon !== undefined && <Icon name={icon} />}
      {children}
    </Link>
  );
}

/** A link to a file of a service, that looks like a button. */
export function DownloadLink({ look, wide, icon, children, href }: Common & { href: string }) {
  return (
    <a href={href} download className={classes(look, wide)}>
      {icon !== undefined && <Icon name={icon} />}
      {children}
    </a>
  );
}

function classes(look: Look = 'plain', wide = false): string {
  return `btn${look === 'plain' ? '' : ` btn--${look}`}${wide ? ' btn--wide' : ''}`;
}
