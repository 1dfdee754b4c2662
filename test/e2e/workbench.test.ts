import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import type { Browser, Download, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath, startBrowser } from '../support/browser.ts';
import { type Served, startServed } from '../support/served.ts';
import { axeFindings, newVisitor, PASSWORD, takeInstallation, type Visitor } from '../support/visitor.ts';

const FOLDER = join(import.meta.dirname, '../fixtures/folders/two-lamps');
const PAGES_FILE = join(import.meta.dirname, '../../web/src/pages.ts');
/** Of the form of a link that was never given. */
const UNKNOWN_TOKEN = 'A'.repeat(43);
const EXPERTS = ['Ada', 'Bob', 'Cyd'];

const chromium = chromiumPath();
if (!chromium) console.warn('the workbench in a browser: all skipped, no Chromium can be had');

describe.skipIf(!chromium)('the workbench in a browser', { timeout: 400_000 }, () => {
  let browser: Browser;
  let served: Served;
  let owner: Visitor;
  let planner: Visitor;
  /** Address of the programme, as `/p/ID`. */
  let programme: string;

  beforeAll(async () => {
    [browser, served] = await Promise.all([startBrowser(chromium!), startServed(FOLDER)]);
    // 409: two people change one field.
    owner = await newVisitor(browser, served.address, [409]);
    planner = await newVisitor(browser, served.address, [409]);
  });
  afterAll(async () => {
    await browser?.close();
    await served?.clear();
  });

  it('is taken by its owner with the link of the terminal, once', async () => {
    const { page, troubles, open } = owner;
    await open(served.ownerLink);
    await takeInstallation(page, 'Olga Owner', 'olga');
    await page.getByRole('link', { name: 'Two lamps' }).click();
    await page.getByRole('heading', { name: 'Two lamps', level: 1 }).waitFor();
    programme = new URL(page.url()).pathname;
    const late = await newVisitor(browser, served.address, [401, 404, 409, 410]);
    await late.open(served.ownerLink);
    await takeInstallation(late.page, 'Late Comer', 'late');
    await late.page.getByRole('alert').waitFor();
    await late.open('/');
    await late.page.getByRole('heading', { name: 'Sign in' }).waitFor();
    expect([...troubles, ...late.troubles]).toEqual([]);
    await late.context.close();
  });

  it('makes a plan and tells why a project is not in it', async () => {
    const { page, troubles, open } = owner;
    await open(`${programme}/plan`);
    await page.getByRole('button', { name: 'Start one' }).click();
    await page.getByRole('button', { name: 'Start', exact: true }).click();
    await page.getByRole('button', { name: 'Cast glass' }).click();
    const why = page.getByRole('dialog', { name: 'Cast glass' });
    await why.getByText('the plan does not start it').waitFor();
    await why.getByRole('heading', { name: 'What would flip it' }).waitFor();
    const address = page.url();
    await why.getByRole('button', { name: 'Project blown/glass-institute' }).click();
    await page.getByRole('dialog', { name: 'Blown glass' }).waitFor();
    // A link to an answer is the answer.
    await open(address);
    await why.getByText('the plan does not start it').waitFor();
    expect(troubles).toEqual([]);
  });

  it('takes the table of a figure away as CSV', async () => {
    const { page, troubles, open } = owner;
    await open(`${programme}/plan`);
    await page.getByRole('button', { name: 'Download “What the plan leaves out”' }).click();
    const download = await downloaded(page, () =>
      page.getByRole('menuitem', { name: 'Table as CSV' }).click(),
    );
    expect(download.suggestedFilename()).toMatch(/\.csv$/);
    const [head, row] = (await bytesOf(download)).toString('utf8').split(/\r?\n/);
    expect(head).toContain('Project');
    expect(row).toContain('Cast glass');
    expect(troubles).toEqual([]);
  });

  it('asks three experts, pools what they say, and plans anew with it', async () => {
    const { page, troubles, open } = owner;
    await open(`${programme}/evidence?tab=questions`);
    await page
      .getByRole('row', { name: /^Blown glass: chance that the approach works/ })
      .getByRole('button', { name: 'Ask experts' })
      .click();
    const dialog = page.getByRole('dialog', { name: 'Ask experts' });
    await dialog.getByLabel('Experts').fill(EXPERTS.join('\n'));
    await dialog.getByRole('button', { name: 'Make the links' }).click();
    const links = await Promise.all(
      EXPERTS.map((expert) => dialog.getByRole('textbox', { name: expert }).inputValue()),
    );
    await dialog.getByRole('button', { name: 'Done' }).click();
    const heard: string[] = [];
    for (const [i, link] of links.entries()) {
      const expert = await newVisitor(browser, served.address);
      await expert.open(link);
      await expert.page.getByRole('heading', { name: `${EXPERTS[i]}, two minutes` }).waitFor();
      if (i === 0) heard.push(...(await axeFindings(expert.page)));
      await expert.page.getByRole('textbox', { name: 'Low' }).fill('0.05');
      await expert.page.getByRole('textbox', { name: 'Best guess' }).fill('0.1');
      await expert.page.getByRole('textbox', { name: 'High' }).fill(`0.${i + 2}`);
      await expert.page.getByRole('button', { name: 'Send' }).click();
      await expert.page.getByRole('heading', { name: 'Thank you' }).waitFor();
      heard.push(...expert.troubles);
      await expert.context.close();
    }
    expect(heard).toEqual([]);
    await open(`${programme}/evidence?tab=questions`);
    await page.getByText('3 of 3 have answered').waitFor();
    await page.getByRole('button', { name: 'Close and plan again' }).click();
    await page.getByText('Together: 0.05 – 0.1 – ').waitFor();
    await page.getByText('The answers are in version 2.').waitFor();
    await page.getByRole('heading', { name: 'Decisions that flipped' }).waitFor();
    await page.getByText('Blown glass (Glass Institute): starts at another time').waitFor();
    await page.getByText('Printed panel (Lamp Works): starts at another time').waitFor();
    await page.getByRole('link', { name: 'The plan made with them' }).click();
    await page.getByRole('button', { name: 'Why: Printed panel' }).waitFor();
    expect(troubles).toEqual([]);
  });

  it('changes a fund, saves a version, plans again and compares the two plans', async () => {
    const { page, troubles, open } = owner;
    await open(`${programme}/edit?part=funds`);
    await changeCell(page, 'Per period of budget', '120000');
    await saveAs(page, 'Twice the money', 3);
    await page.getByRole('link', { name: 'Plan again' }).click();
    await page.getByRole('button', { name: 'Start', exact: true }).click();
    const made = page.getByRole('row').filter({ has: page.getByRole('cell', { name: '3', exact: true }) });
    await made.getByRole('cell', { name: 'done', exact: true }).waitFor();
    await page.getByRole('link', { name: 'Compare', exact: true }).click();
    const worth = page.getByRole('table', { name: 'Worth of the plans' });
    const value = worth.getByRole('row', { name: /^Value/ });
    await value.waitFor();
    const [first, second] = await value.getByRole('cell').allTextContents();
    expect(Number(second)).toBeGreaterThan(Number(first));
    const projects = page.getByRole('table', { name: 'Projects that differ' });
    await projects.getByRole('row', { name: /^Blown glass Glass Institute other start/ }).waitFor();
    await open(`${programme}/settings`);
    await page.getByRole('link', { name: 'Compare with the version before' }).first().click();
    await page.getByRole('combobox', { name: 'Second' }).waitFor();
    expect(await page.getByRole('combobox', { name: 'Second' }).inputValue()).toContain('Twice the money');
    await page.getByText('120000').or(page.getByText('120,000')).first().waitFor();
    expect(troubles).toEqual([]);
  });

  it('lets two people who change one field decide whose value holds', async () => {
    await invited(owner, planner, 'Paul Planner', 'paul');
    await giveRole(owner.page, programme, 'Paul Planner', 'planner');
    for (const { open } of [owner, planner]) await open(`${programme}/edit?part=links`);
    await changeCell(owner.page, 'Stock days of bulb', '45');
    await changeCell(planner.page, 'Stock days of bulb', '60');
    await saveAs(owner.page, 'Stores were counted', 4);
    const { page } = planner;
    await page.getByLabel('Reason').fill('Makers were asked');
    await page.getByRole('button', { name: 'Save as a new version' }).click();
    const dialog = page.getByRole('dialog', { name: 'Somebody changed this in the meantime' });
    await dialog.getByRole('radio', { name: /^Theirs: 45 \(Olga Owner, / }).waitFor();
    await dialog.getByRole('radio', { name: 'Yours: 60' }).check();
    await dialog.getByRole('button', { name: 'Save with these choices' }).click();
    await page.getByText('Saved as version 5.').waitFor();
    await page.getByRole('button', { name: 'Change Stock days of bulb: 60' }).waitFor();
    expect([...owner.troubles, ...planner.troubles]).toEqual([]);
  });

  it('gives the folder of a version away as it was brought in', async () => {
    const { page, troubles, open } = owner;
    await open(`${programme}/settings`);
    const link = page.getByRole('link', { name: 'Download its folder: Version 1' });
    const download = await downloaded(page, () => link.click());
    const texts = Object.entries(unzipSync(await bytesOf(download))).map(([path, bytes]) => [
      path,
      Buffer.from(bytes).toString('utf8'),
    ]);
    expect(Object.fromEntries(texts)).toEqual(folderTexts(FOLDER));
    expect(troubles).toEqual([]);
  });

  it('speaks Chinese and goes dark, and keeps both', async () => {
    const { page, troubles, open } = planner;
    await open(`${programme}/chokepoints`);
    await page.getByRole('button', { name: '中文' }).click();
    await page.getByRole('button', { name: 'English' }).waitFor();
    await page.getByRole('button', { name: '灯泡' }).first().waitFor();
    await page.getByRole('button', { name: /^配色/ }).click();
    await page.getByRole('menuitem', { name: '深色' }).click();
    await page.reload();
    await page.getByRole('button', { name: '灯泡' }).first().waitFor();
    const root = page.locator('html');
    expect(await root.getAttribute('lang')).toBe('zh-CN');
    expect(await root.getAttribute('data-mantine-color-scheme')).toBe('dark');
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('button', { name: 'Bulb' }).first().waitFor();
    expect(troubles).toEqual([]);
  });

  it('shows a guest what guests may see, and no more', async () => {
    const guest = await newVisitor(browser, served.address, [403, 404]);
    const { page, open } = guest;
    await invited(owner, guest, 'Gita Guest', 'gita');
    await open(programme);
    await page.getByRole('alert').waitFor();
    await giveRole(owner.page, programme, 'Gita Guest', 'guest');
    await open(`${programme}/plan?version=3`);
    await page.getByRole('button', { name: 'Why: Printed panel' }).waitFor();
    expect(await page.getByRole('button', { name: 'New plan' }).count()).toBe(0);
    await open(`${programme}/edit?part=funds`);
    await page.getByText('Your role may read the inputs, not change them.').waitFor();
    expect(await page.getByRole('button', { name: /^Change / }).count()).toBe(0);
    await open(`${programme}/settings?tab=folder`);
    expect(await page.getByRole('tab', { name: 'Audit' }).count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Import as a new version' }).count()).toBe(0);
    const id = programme.slice('/p/'.length);
    const write = { data: { base: 5, edits: [], reason: 'x' }, headers: { origin: served.address } };
    const answers = await Promise.all([
      guest.context.request.post(`/api/programmes/${id}/edits`, write),
      guest.context.request.get(`/api/programmes/${id}/audit`),
      guest.context.request.get('/api/people'),
    ]);
    expect(answers.map((answer) => answer.status())).toEqual([403, 403, 403]);
    expect([...owner.troubles, ...guest.troubles]).toEqual([]);
    await guest.context.close();
  });

  it.each(['light', 'dark'] as const)('has no page on which axe finds anything, %s', async (colorScheme) => {
    const stranger = await newVisitor(browser, served.address, [401, 404, 409, 410]);
    const { PAGES } = (await import(PAGES_FILE)) as { PAGES: readonly { path: string; scope: string }[] };
    const found: string[] = [];
    for (const { path, scope } of PAGES) {
      const { page, open } = scope === 'open' ? stranger : owner;
      await page.emulateMedia({ colorScheme });
      await open(
        scope === 'programme'
          ? `${programme}${path === '/' ? '' : path}`
          : path.replace('$token', UNKNOWN_TOKEN),
      );
      found.push(...(await axeFindings(page)).map((finding) => `${path} ${finding}`));
    }
    expect(found).toEqual([]);
    expect([...owner.troubles, ...stranger.troubles]).toEqual([]);
    await stranger.context.close();
  });
});

/** The owner asks somebody in, who opens the link and chooses a password. */
async function invited(owner: Visitor, somebody: Visitor, name: string, login: string): Promise<void> {
  await owner.open('/people');
  await owner.page.getByRole('button', { name: 'Invite', exact: true }).click();
  const dialog = owner.page.getByRole('dialog', { name: 'Invite somebody' });
  await dialog.getByLabel('Name').fill(name);
  await dialog.getByLabel('Login').fill(login);
  await dialog.getByRole('button', { name: 'Invite', exact: true }).click();
  await somebody.open(await dialog.getByRole('textbox', { name: `Link for ${name}` }).inputValue());
  await somebody.page.getByRole('textbox', { name: 'Password' }).fill(PASSWORD);
  await somebody.page.getByRole('button', { name: 'Come in' }).click();
  await somebody.page.getByRole('heading', { name: 'Programmes' }).waitFor();
}

async function giveRole(page: Page, programme: string, name: string, role: string): Promise<void> {
  await page.goto(`${programme}/settings?tab=members`);
  await page.getByRole('combobox', { name: 'Add somebody' }).click();
  await page.getByRole('option', { name }).click();
  await page.getByRole('combobox', { name: 'Role', exact: true }).click();
  await page.getByRole('option', { name: role }).click();
  await page.getByRole('button', { name: 'Add somebody' }).click();
  await page.getByRole('row', { name }).waitFor();
}

/** Opens the cell of a table of inputs by its name and types another value. */
async function changeCell(page: Page, name: string, value: string): Promise<void> {
  await page.getByRole('button', { name: `Change ${name}: ` }).click();
  await page.getByRole('textbox', { name: `Change ${name}` }).fill(value);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: `Change ${name}: ${value}` }).waitFor();
}

async function saveAs(page: Page, reason: string, version: number): Promise<void> {
  await page.getByLabel('Reason').fill(reason);
  await page.getByRole('button', { name: 'Save as a new version' }).click();
  await page.getByText(`Saved as version ${version}.`).waitFor();
}

async function downloaded(page: Page, act: () => Promise<void>): Promise<Download> {
  const [download] = await Promise.all([page.waitForEvent('download'), act()]);
  return download;
}

const bytesOf = async (download: Download): Promise<Buffer> => readFileSync(await download.path());

/** Texts of a programme folder by path. */
function folderTexts(folder: string): Record<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const files = paths.filter((path) => statSync(join(folder, path)).isFile());
  return Object.fromEntries(files.map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
}
