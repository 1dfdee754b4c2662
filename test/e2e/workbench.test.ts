import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath, startBrowser } from '../support/browser.ts';
import { type Served, startServed } from '../support/served.ts';
import { newVisitor, settled, type Visitor } from '../support/visitor.ts';

const FOLDER = join(import.meta.dirname, '../fixtures/folders/two-lamps');
const PASSWORD = 'three green bottles';

const chromium = chromiumPath();
if (!chromium) console.warn('the workbench in a browser: all skipped, no Chromium can be had');

describe.skipIf(!chromium)('the workbench in a browser', { timeout: 400_000 }, () => {
  let browser: Browser;
  let served: Served;
  let owner: Visitor;
  /** Address of the programme, as `/p/ID`. */
  let programme: string;

  beforeAll(async () => {
    [browser, served] = await Promise.all([startBrowser(chromium!), startServed(FOLDER)]);
    owner = await newVisitor(browser, served.address);
  });
  afterAll(async () => {
    await browser?.close();
    await served?.clear();
  });

  it('is taken by its owner with the link of the terminal, once', async () => {
    const { page, troubles, open } = owner;
    await open(served.ownerLink!);
    await page.getByLabel('Name').fill('Olga Owner');
    await page.getByLabel('Login').fill('olga');
    await page.getByRole('textbox', { name: 'Password' }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Take it' }).click();
    await page.getByRole('heading', { name: 'Programmes' }).waitFor();
    const second = await newVisitor(browser, served.address, [401, 404, 409, 410]);
    await second.open(served.ownerLink!);
    await second.page.getByLabel('Name').fill('Second Owner');
    await second.page.getByLabel('Login').fill('second');
    await second.page.getByRole('textbox', { name: 'Password' }).fill(PASSWORD);
    await second.page.getByRole('button', { name: 'Take it' }).click();
    await second.page.getByRole('alert').waitFor();
    await second.page.goto('/');
    await second.page.getByRole('heading', { name: 'Sign in' }).waitFor();
    expect([...troubles, ...second.troubles]).toEqual([]);
    await second.context.close();
  });

  it('shows the programme that it was started with', async () => {
    const { page, troubles } = owner;
    await page.getByRole('link', { name: 'Two lamps' }).click();
    await page.getByRole('heading', { name: 'Two lamps' }).waitFor();
    await settled(page);
    programme = new URL(page.url()).pathname;
    expect(programme).toMatch(/^\/p\//);
    expect(troubles).toEqual([]);
  });
});
