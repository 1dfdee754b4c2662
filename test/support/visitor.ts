import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';

/** How long a slow machine may take for one step; a quick one never waits for it. */
const PATIENCE_MS = 90_000;

/** Somebody at a browser of their own, of whom everything that goes wrong is kept. */
export interface Visitor {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Errors of pages and of their console, and requests that would have left the machine. */
  readonly troubles: readonly string[];
  /** Opens a page of the workbench and waits until nothing of it is on its way. */
  open(path: string): Promise<void>;
}

/**
 * A browser of its own, with no session, that reaches the served address and nothing else. `refusals` are the statuses
 * that its flow provokes: the console of Chromium tells each, and there they are no trouble.
 */
export async function newVisitor(
  browser: Browser,
  address: string,
  refusals: readonly number[] = [],
): Promise<Visitor> {
  const context = await browser.newContext({
    ...{ baseURL: address, locale: 'en-GB', timezoneId: 'UTC', reducedMotion: 'reduce' },
    viewport: { width: 1360, height: 900 },
  });
  context.setDefaultTimeout(PATIENCE_MS);
  const troubles: string[] = [];
  await context.route('**/*', (route) => {
    if (new URL(route.request().url()).origin === address) return route.continue();
    troubles.push(`asked ${route.request().url()}`);
    return route.abort();
  });
  const page = await context.newPage();
  const expected = refusals.map((status) => `the server responded with a status of ${status} `);
  page.on('pageerror', (error) =>
    troubles.push(`page error on ${page.url()}: ${error.stack ?? error.message}`),
  );
  page.on('console', (message) => {
    const text = message.text();
    if (message.type() !== 'error' || expected.some((one) => text.includes(one))) return;
    troubles.push(`console of ${page.url()}: ${text} (${message.location().url})`);
  });
  const open = async (path: string): Promise<void> => {
    await page.goto(path);
    await settled(page);
  };
  return { page, context, troubles, open };
}

/** Once a page shows its heading, or why it cannot, and nothing of it is waited for. */
async function settled(page: Page): Promise<void> {
  const main = page.locator('main');
  await main.getByRole('heading').or(main.getByRole('alert')).first().waitFor();
  await page
    .getByRole('status', { name: /^(Loading|加载中)$/ })
    .first()
    .waitFor({ state: 'hidden' });
}

export const PASSWORD = 'three green bottles';

/** Fills in the page of the owner link. */
export async function takeInstallation(page: Page, name: string, login: string): Promise<void> {
  await page.getByLabel('Name').fill(name);
  await page.getByLabel('Login').fill(login);
  await page.getByRole('textbox', { name: 'Password' }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Take it' }).click();
}

/** What axe finds wrong with the page as it stands: rule, and the elements. */
export async function axeFindings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary?.split('\n')[1] ?? ''}`),
  );
}
