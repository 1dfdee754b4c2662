import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath, startBrowser } from '../support/browser.ts';
import { type Served, startServed } from '../support/served.ts';
import { newVisitor, takeInstallation, type Visitor } from '../support/visitor.ts';

/** For a plan of the example where the machine has more to do; it takes 20 s of one core. */
const PLANNED_MS = 360_000;

const chromium = chromiumPath();
if (!chromium) console.warn('the example in a browser: all skipped, no Chromium can be had');

describe.skipIf(!chromium)('the example in a browser', { timeout: PLANNED_MS + 120_000 }, () => {
  let browser: Browser;
  let served: Served;
  let owner: Visitor;
  /** Address of the programme, as `/p/ID`. */
  let programme: string;

  beforeAll(async () => {
    [browser, served] = await Promise.all([startBrowser(chromium!), startServed()]);
    owner = await newVisitor(browser, served.address);
    await owner.open(served.ownerLink);
    await takeInstallation(owner.page, 'Olga Owner', 'olga');
  });
  afterAll(async () => {
    await browser?.close();
    await served?.clear();
  });

  it('opens the example of critical minerals', async () => {
    const { page, troubles } = owner;
    await page.getByRole('button', { name: 'New programme' }).click();
    const dialog = page.getByRole('dialog', { name: 'New programme' });
    await dialog.getByRole('combobox', { name: 'Example' }).click();
    await page.getByRole('option', { name: 'Critical minerals' }).click();
    await dialog.getByRole('button', { name: 'Make it' }).click();
    await page.getByRole('heading', { name: 'Critical minerals', level: 1 }).waitFor();
    programme = new URL(page.url()).pathname;
    await page.getByRole('heading', { name: 'What stops' }).waitFor();
    expect(troubles).toEqual([]);
  });

  it('draws the chain, tells the same as an outline, and opens a link', async () => {
    const { page, troubles, open } = owner;
    await open(`${programme}/chain`);
    const graph = page.getByRole('application');
    await graph.getByRole('button', { name: /^Germanium metal and oxide/ }).waitFor();
    const drawn = await graph
      .getByRole('button', { name: /exposure|not known/ })
      .evaluateAll((boxes) => boxes.map((box) => box.ariaLabel));
    await page.getByRole('radiogroup', { name: 'Shown as' }).getByText('Outline').click();
    const lines = page.locator('main').getByRole('listitem');
    await lines.first().waitFor();
    // A link that several need is told at each.
    const told = (await lines.locator('> :first-child').allInnerTexts()).map((line) =>
      line.replace(' · see above', '').replace(/\s*\n\s*/, '; '),
    );
    expect(drawn.length).toBeGreaterThan(20);
    expect([...new Set(told)].sort()).toEqual([...new Set(drawn)].sort());
    await lines.getByRole('button', { name: 'Germanium metal and oxide' }).first().click();
    const panel = page.getByRole('dialog', { name: 'Germanium metal and oxide' });
    await panel.getByRole('heading', { name: 'Suppliers' }).waitFor();
    await panel.getByText('China').first().waitFor();
    expect(troubles).toEqual([]);
  });

  it('cuts a supplier off and shows what stops and which chokepoints rise', async () => {
    const { page, troubles, open } = owner;
    await open(`${programme}/scenarios`);
    await page.getByRole('button', { name: 'Add a measure' }).click();
    await page.getByRole('combobox', { name: 'Jurisdictions' }).click();
    await page.getByRole('option', { name: /^China/ }).click();
    const products = page.getByRole('table', { name: 'Products, before and after' });
    const chokepoints = page.getByRole('table', { name: 'Chokepoints, before and after' });
    await products.getByRole('row', { name: /^Motors of vehicles, robots and drones yes → no/ }).waitFor();
    await chokepoints.getByRole('row', { name: /Sintered NdFeB magnets/ }).waitFor();
    const hit = await coverageAfter(products);
    await page.keyboard.press('Escape');
    // The same cut of half the trade does less harm.
    await page.getByRole('textbox', { name: 'Trade that is hit' }).fill('50');
    await expect.poll(() => coverageAfter(products), { timeout: 90_000 }).toBeGreaterThan(hit);
    const address = page.url();
    const halved = await coverageAfter(products);
    await open(address);
    await products.waitFor();
    expect(await coverageAfter(products)).toBe(halved);
    expect(troubles).toEqual([]);
  });

  it('plans, tells how far it is, also after a reload; one plan is cancelled and the other finished', async () => {
    const { page, troubles, open } = owner;
    await open(`${programme}/plan`);
    await page.getByRole('button', { name: 'Start one' }).click();
    await page.getByRole('button', { name: 'Start', exact: true }).click();
    const state = page.getByRole('status').filter({ hasText: 'Plan: under way' });
    await state.getByText(/\d+ s$/).waitFor();
    await page.reload();
    await state.getByText(/\d+ s$/).waitFor();
    await page.getByRole('button', { name: 'New plan' }).click();
    await page.getByRole('textbox', { name: 'Good enough at a gap of' }).fill('2');
    await page.getByRole('button', { name: 'Start', exact: true }).click();
    await page.getByRole('link', { name: 'Runs', exact: true }).click();
    const run = (status: string) => page.getByRole('row', { name: new RegExp(`^Plan ${status}`) });
    await run('running').waitFor();
    await run('waiting').getByRole('button', { name: 'Cancel' }).click();
    await run('cancelled').waitFor();
    await run('done').waitFor({ timeout: PLANNED_MS });
    await run('done').getByRole('link', { name: 'Open' }).click();
    const projects = page.getByRole('table', { name: /^Who does what, from when/ });
    await projects.getByRole('rowheader').first().waitFor();
    await page.getByRole('table', { name: 'What the plan leaves out' }).waitFor();
    expect(troubles).toEqual([]);
  });
});

/** Coverage of motors after the cut, in per cent. */
async function coverageAfter(products: Locator): Promise<number> {
  const cells = products
    .getByRole('row', { name: /^Motors of vehicles, robots and drones/ })
    .getByRole('cell');
  return Number.parseFloat((await cells.allTextContents())[2]);
}
