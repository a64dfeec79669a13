import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { holds, useMe, useSession, worksAtDesk } from '../features/session/session';
import { useLanguage, useMessages } from '../i18n/language';
import { Mark } from '../ui/Brand';
import type { IconName } from '../ui/Icon';
import { Icon } from '../ui/Icon';
import { appMessages } from './messages';
import './shell.css';

/** Bar, navigation and footer around every page; on a phone the navigation is a bar of tabs at the bottom. */
export function Shell({ children }: { children: ReactNode }) {
  const t = useMessages(appMessages);
  useScrollToTop();
  return (
    <>
      <a className="skip" href="#content">
        {t.skip}
      </a>
      <header className="bar">
        <div className="bar__inner">
          <Link href="/" className="bar__brand" aria-label={t.home}>
            <Mark className="bar__mark" />
            <span lang="zh-CN">聚贤</span>
            <span className="bar__latin" lang="en">
              Juxian
            </span>
          </Link>
          <Navigation />
          <LanguageSwitch />
          <AccountLink />
        </div>
      </header>
      <main id="content" tabIndex={-1}>
        {children}
      </main>
      <footer className="foot">
        <div className="foot__inner">
          <Mark className="foot__mark" />
          <p>
            {t.motto}
            <br />
            <span className="soft">{t.licence}</span>
          </p>
        </div>
      </footer>
    </>
  );
}

function Navigation() {
  const t = useMessages(appMessages);
  const [path] = useLocation();
  const person = useSession().data?.person;
  const tabs: {
    href: string;
    label: string;
    icon: IconName;
    wideOnly?: boolean;
    shown: boolean;
  }[] = [
    { href: '/', label: t.whatsOn, icon: 'calendar', shown: true },
    { href: '/tickets', label: t.tickets, icon: 'ticket', shown: true },
    { href: '/messages', label: t.messages, icon: 'mail', shown: true },
    { href: '/desk', label: t.desk, icon: 'desk', shown: worksAtDesk(person), wideOnly: true },
    {
      href: '/admin/people',
      label: t.administration,
      icon: 'people',
      shown: holds(person, 'administrator'),
      wideOnly: true,
    },
    { href: '/me', label: t.me, icon: 'user', shown: true },
  ];
  return (
    <nav className="tabs" aria-label={t.mainNav}>
      {tabs
        .filter(({ shown }) => shown)
        .map(({ href, label, icon, wideOnly }) => (
          <Link
            key={href}
            href={href}
            className={`tabs__tab${wideOnly === true ? ' tabs__tab--wide-only' : ''}${href === '/me' ? ' tabs__tab--phone-only' : ''}`}
            aria-current={isWithin(path, href) ? 'page' : undefined}
          >
            <Icon name={icon} />
            {label}
          </Link>
        ))}
    </nav>
  );
}

function LanguageSwitch() {
  const t = useMessages(appMessages);
  const { language, choose } = useLanguage();
  const other = language === 'zh' ? 'en' : 'zh';
  return (
    <button
      type="button"
      className="bar__link"
      lang={other === 'zh' ? 'zh-CN' : 'en'}
      onClick={() => choose(other)}
    >
      <Icon name="language" />
      {t.switchLanguage}
    </button>
  );
}

function AccountLink() {
  const t = useMessages(appMessages);
  const [path] = useLocation();
  const session = useSession();
  const person = session.data?.person;
  // The session keeps the name as it was at sign-in; who has just given or changed it expects the new one.
  const me = useMe(person !== undefined);
  if (session.data === undefined) {
    return null;
  }
  if (person === undefined) {
    return (
      <Link
        className="bar__link bar__link--strong"
        href={path === '/' ? '/sign-in' : `/sign-in?return=${encodeURIComponent(path)}`}
      >
        {t.signIn}
      </Link>
    );
  }
  const name = me.data?.name ?? person.name;
  return (
    <Link className="bar__link bar__person" href="/me" aria-label={`${t.me}: ${name}`}>
      <Icon name="user" />
      <span className="bar__name">{name === '' ? t.me : name}</span>
    </Link>
  );
}

function isWithin(path: string, href: string): boolean {
  if (href === '/') {
    return path === '/' || path.startsWith('/events');
  }
  if (path === '/agenda') {
    return href === '/tickets';
  }
  const section = href.startsWith('/admin') ? '/admin' : href;
  return path === section || path.startsWith(`${section}/`);
}

/** A new page starts at its top; going back keeps the place, which the browser restores itself. */
function useScrollToTop(): void {
  useEffect(() => {
    let path = window.location.pathname;
    const onPush = () => {
      if (window.location.pathname !== path) {
        window.scrollTo(0, 0);
      }
      path = window.location.pathname;
    };
    const onPop = () => {
      path = window.location.pathname;
    };
    window.addEventListener('pushState', onPush);
    window.addEventListener('popstate', onPop);
    return () => {
      window.removeEventListener('pushState', onPush);
      window.removeEventListener('popstate', onPop);
    };
  }, []);
}
