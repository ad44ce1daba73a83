import { describe, expect, it, test } from 'vitest';
import type { OperatorKind } from '../model';
import { operatorOf } from './operator';
import { sentencesOf } from './sentences';

const PLACE = { host: 'linde.example', title: 'Lindenplatz' };
const of = (text: string, place = PLACE) => operatorOf(sentencesOf(text), place)?.value;

type Case = readonly [text: string, name: string, kind: OperatorKind];

const NAMED: readonly Case[] = [
	// English
	['This server is run by the Linden Foundation.', 'Linden Foundation', 'foundation'],
	[
		'Lindenplatz is operated by Stichting Open Plein, The Hague.',
		'Stichting Open Plein',
		'foundation',
	],
	[
		'The Lindenplatz Personal Data Server ("PDS") is operated by Stichting Modal ("Modal", "we", "us"), a non-profit foundation established in the Netherlands.',
		'Stichting Modal',
		'foundation',
	],
	[
		'linde.example is run by Linden Social Ltd, a company registered in England.',
		'Linden Social Ltd',
		'company',
	],
	[
		'Our instance is run by Linden Social Community Interest Company.',
		'Linden Social Community Interest Company',
		'nonProfitCompany',
	],
	[
		'This instance is owned and operated by Fedi Commons, a 501(c)(3) non-profit.',
		'Fedi Commons',
		'nonProfitCompany',
	],
	[
		'This site is operated by Open Fediverse, Inc., a 501(c)(3) nonprofit corporation.',
		'Open Fediverse, Inc.',
		'nonProfitCompany',
	],
	[
		'We are the Linden Co-operative, owned by those who write here.',
		'Linden Co-operative',
		'cooperative',
	],
	[
		'Sky Social, PBC (“Sky”, “we”, or “us”) welcomes you to its website.',
		'Sky Social, PBC',
		'company',
	],
	['This service is run by the University of Oslo.', 'University of Oslo', 'publicBody'],
	['This server is run by Jane Doe in her spare time.', 'Jane Doe', 'person'],
	[
		'A cosy server for bakers. It is run by Brot e.V. and paid for by its members.',
		'Brot e.V.',
		'association',
	],
	['Linden Foundation runs this server since 2019.', 'Linden Foundation', 'foundation'],
	[
		'Welcome! This server is run by the non-profit association Digitale Linde e.V.',
		'Digitale Linde e.V.',
		'association',
	],
	['Operator: Linden Social LLC', 'Linden Social LLC', 'company'],
	[
		'This server is run by the Commons Square Foundation, a non-profit under public law. It has no owners and is not for sale.',
		'Commons Square Foundation',
		'foundation',
	],
	[
		'This server is not for sale. It is run by the Linden Foundation.',
		'Linden Foundation',
		'foundation',
	],
	// German
	[
		'Dieser Server wird vom Verein Digitale Linde e. V. betrieben.',
		'Digitale Linde e. V.',
		'association',
	],
	[
		'Lindenplatz wird von der Wau-Holland-Stiftung betrieben.',
		'Wau-Holland-Stiftung',
		'foundation',
	],
	['Diese Instanz wird von der Linden gGmbH betrieben.', 'Linden gGmbH', 'nonProfitCompany'],
	[
		'Unser Server wird von metalab e.V. betrieben und von Spenden getragen.',
		'metalab e.V.',
		'association',
	],
	[
		'Betreiber dieser Instanz ist die Freie Netze Genossenschaft.',
		'Freie Netze Genossenschaft',
		'cooperative',
	],
	[
		'Verantwortlich für die Verarbeitung ist die Linden Netz GmbH, Lindenstraße 1, 10969 Berlin.',
		'Linden Netz GmbH',
		'company',
	],
	['Diese Instanz wird privat betrieben von Max Mustermann.', 'Max Mustermann', 'person'],
	[
		'Impressum\nLinden gGmbH\nLindenstraße 8a\n14167 Berlin\nVertretungsberechtigt: Erika Muster',
		'Linden gGmbH',
		'nonProfitCompany',
	],
	[
		'Mastodon gGmbH\nMühlenstraße 8a\n14167 Berlin\nGeführt bei: Amtsgericht Charlottenburg',
		'Mastodon gGmbH',
		'nonProfitCompany',
	],
	// Dutch
	['Deze server wordt beheerd door Stichting Linde.', 'Stichting Linde', 'foundation'],
	['Onze server wordt beheerd door de vereniging Vrij Net.', 'Vrij Net', 'association'],
	[
		'De verwerkingsverantwoordelijke is Linde Sociaal B.V., gevestigd te Utrecht.',
		'Linde Sociaal B.V.',
		'company',
	],
	['Deze instantie is een initiatief van Open Netwerk VZW.', 'Open Netwerk VZW', 'association'],
	// French
	[
		"Cette instance est gérée par l'association Framalinde (loi 1901).",
		'Framalinde',
		'association',
	],
	['Ce serveur est administré par la Fondation Tilleul.', 'Fondation Tilleul', 'foundation'],
	['Notre instance est gérée par Tilleul SCIC.', 'Tilleul SCIC', 'cooperative'],
	['Le responsable de traitement est Tilleul Numérique SAS.', 'Tilleul Numérique SAS', 'company'],
	// Spanish
	['Este servidor está gestionado por la Fundación Tilo.', 'Fundación Tilo', 'foundation'],
	[
		'Esta instancia es un proyecto de Asociación Redes Libres.',
		'Asociación Redes Libres',
		'association',
	],
	['Nuestra instancia está administrada por Tilo Social, S.L.', 'Tilo Social, S.L.', 'company'],
];

const NOBODY: readonly string[] = [
	'We are not a foundation.',
	'We are not the Linden Foundation and have nothing to do with it.',
	'This server is not run by the Linden Foundation.',
	'This server is supported by the Mozilla Foundation.',
	'This server is run by volunteers, supported by the Mozilla Foundation.',
	'Like Wikipedia’s foundation, we think that knowledge is for all.',
	'Like the Wikimedia Foundation, this server is run by its members.',
	'This server is run by fans of the Mozilla Foundation.',
	'We are members of Digitale Linde e.V.',
	'We are the Linden Foundation’s biggest fans.',
	'This server is hosted by Hetzner Online GmbH in Germany.',
	'Dieser Server wird bei der Hetzner Online GmbH gehostet.',
	'Mastodon is free software. It is developed by Mastodon gGmbH.',
	'Mastodon is free software. It is run by Mastodon gGmbH.',
	'mastodon.example is run by Mastodon gGmbH, we are somebody else.',
	'Our sister server is run by Digitale Linde e.V.',
	'The backups of this server are run by Keller GmbH.',
	'The moderation of this server is run by Moderation Ltd.',
	'The server hardware is operated by Rack Ltd.',
	'We donate to the Electronic Frontier Foundation.',
	'We plan that this server is run by the Linden Foundation one day.',
	'Until 2023 this server was run by Linden GmbH.',
	'This server will be run by the Linden Foundation.',
	'Wir sind kein Verein.',
	'Diese Instanz wird nicht von der Linden-Stiftung betrieben.',
	'Dieser Server wird von der Mozilla-Stiftung unterstützt.',
	'Wir sind Fans der Linden-Stiftung.',
	'Impressum\nMax Muster\nLindenstraße 1\n10969 Berlin\nHosting:\nHetzner Online GmbH\nIndustriestr. 25\n91710 Gunzenhausen',
	'Mentions légales\nJeanne Dupont\nHébergeur :\nOVH SAS\n2 rue Kellermann\n59100 Roubaix',
	'Wij zijn geen stichting.',
	'Deze server wordt niet beheerd door Stichting Linde.',
	'Deze server wordt gesteund door Stichting NLnet.',
	'Cette instance n’est pas gérée par la Fondation Tilleul.',
	'Merci à la Fondation Tilleul pour son soutien.',
	'Este servidor no está gestionado por la Fundación Tilo.',
	'Este servidor cuenta con el apoyo de la Fundación Tilo.',
	'This server is run by three friends in their spare time.',
	'This server is run by people. People like the Red Cross Society.',
	'This server is run by a foundation in Berlin.',
	'Google LLC is the controller of what its fonts collect.',
	'This server is run by the Linden Foundation. This server is run by Birken Ltd.',
	'This server is run by Fedi Commons, a foundation. This server is run by Fedi Commons, a co-operative.',
	'Many servers are run by the Linden Foundation.',
	'If your server is run by Linden Ltd, write to them.',
	'Jane Doe is a fan of trains and runs in her spare time.',
	'',
];

describe('who says that they run a server', () => {
	test.each(NAMED)('%s', (text, name, kind) => expect(of(text)).toEqual({ name, kind }));
});

describe('nobody says so in', () => {
	test.each(NOBODY)('%s', (text) => expect(of(text)).toBeUndefined());
});

it('knows a place by a name that only it has', () => {
	const text = 'Mastodon is run by Mastodon gGmbH.';
	expect(of(text, { host: 'linde.example', title: 'Mastodon' })).toBeUndefined();
	expect(
		of('mastodon.example is run by Mastodon gGmbH.', {
			host: 'mastodon.example',
			title: 'Mastodon',
		}),
	).toEqual({
		name: 'Mastodon gGmbH',
		kind: 'nonProfitCompany',
	});
});

describe('a page that contradicts itself', () => {
	const CLAIM = 'This server is operated by Stichting Nooit.';
	test.each([
		'Correction: not operated by a foundation; operated by Grabit Inc.',
		'This server is not run by a foundation.',
		'It is no longer operated by Stichting Nooit, but by others.',
		'We are not a foundation.',
		'This server is not run by any non-profit.',
		'Dieser Server wird nicht von einer Stiftung betrieben.',
		'Dies ist keine Stiftung.',
		'Deze server wordt niet beheerd door een stichting.',
		'Dit is geen stichting.',
		'Ce serveur n’est pas géré par une fondation.',
		'Este servidor no está gestionado por una fundación.',
	])('names nobody: %s', (denial) => {
		expect(of(`${CLAIM}\n${denial}`)).toBeUndefined();
		expect(of(`${denial}\n${CLAIM}`)).toBeUndefined();
	});

	test.each([
		'This server is not run by a company.',
		'other.example is not run by a foundation.',
		'Posts are not owned by Stichting Elders.',
		'This is not a place for ads.',
	])('is none where something else is denied: %s', (denial) => {
		expect(of(`${CLAIM}\n${denial}`)?.name).toBe('Stichting Nooit');
	});
});
