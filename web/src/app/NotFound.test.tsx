// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answerWith, leave, says, show, words } from '../testing/page';
import AdminPages from '../features/admin/AdminPages';
import DeskPages from '../features/desk/DeskPages';

const PERSON = { personId: 'p', name: '陈雅文', language: 'zh', grants: ['administrator'] };

beforeEach(() => {
  answerWith(({ path }) =>
    path === '/api/session' ? { signedIn: true, person: PERSON } : { items: [] },
  );
});

afterEach(() => {
  leave();
  history.replaceState(null, '', '/');
});

describe('a path without a page', () => {
  it.each(['/desk/fairs/f1', '/desk/fair/f1/heats', '/desk/new/party', '/desk/fair/f1/booths/a/b'])(
    'says so at the desk: %s',
    async (path) => {
      history.replaceState(null, '', path);
      show(<DeskPages />);
      await says('没有这一页');
    },
  );

  it('says so among the administrators', async () => {
    history.replaceState(null, '', '/admin/nothing');
    show(<AdminPages />, 'en');
    await says('There is no such page');
    expect(words()).toContain('See what is on');
  });
});
