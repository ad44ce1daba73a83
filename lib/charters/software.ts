import type { Evidence } from '../model';

/** What is known of a program that servers run: its licence and how people leave, as others have written it down. */
export type Known = {
	/** Absent: the name says what is spoken there, not which program speaks it. */
	program?: {
		name: string;
		open: boolean;
		/** https address of its source. */
		source: string;
		licence: Evidence;
	};
	/** Absent: nothing was found on how one leaves. */
	wayOut?: Evidence;
};

/** The day on which these pages were looked over. */
const ON = '2026-11-22';

const MOVE: Evidence = {
	url: 'https://docs.joinmastodon.org/user/moving/',
	quote:
		'At any time you want, you can go to Settings > Export and download a CSV file for your current followed accounts, your currently created lists, your currently blocked accounts, your currently muted accounts, and your currently blocked domains.',
	on: ON,
	of: 'software',
};
const MASTODON: Known = {
	program: {
		name: 'Mastodon',
		open: true,
		source: 'https://github.com/mastodon/mastodon',
		licence: {
			url: 'https://github.com/mastodon/mastodon/blob/main/README.md',
			quote: 'Mastodon is free, open-source software licensed under AGPLv3.',
			on: ON,
		},
	},
	wayOut: MOVE,
};
const ATPROTO_MOVE: Evidence = {
	url: 'https://atproto.com/guides/account-migration',
	quote:
		'It breaks down the individual migration steps, both for an "easy" migration (when both PDS instances participate), and for account recovery scenarios.',
	on: ON,
	of: 'software',
};
const ATPROTO: Known = {
	program: {
		name: 'AT Protocol PDS',
		open: true,
		source: 'https://github.com/bluesky-social/atproto',
		licence: {
			url: 'https://github.com/bluesky-social/atproto/blob/main/LICENSE.txt',
			quote:
				'Except as otherwise noted in individual files, this software is licensed under the MIT license (<http://opensource.org/licenses/MIT>), or the Apache License, Version 2.0 (<http://www.apache.org/licenses/LICENSE-2.0>).',
			on: ON,
		},
	},
	wayOut: ATPROTO_MOVE,
};

/** By the name that a server gives of its program, in lower case. Only what a page says. */
const BY_NAME: Readonly<Record<string, Known>> = {
	mastodon: MASTODON,
	gotosocial: {
		program: {
			name: 'GoToSocial',
			open: true,
			source: 'https://codeberg.org/superseriousbusiness/gotosocial',
			licence: {
				url: 'https://github.com/superseriousbusiness/gotosocial/blob/main/README.md',
				quote: 'GoToSocial is free software, licensed under the GNU AGPL v3 LICENSE.',
				on: ON,
			},
		},
		wayOut: {
			url: 'https://docs.gotosocial.org/en/latest/user_guide/migration/',
			quote:
				'This allows you to move an account to your GoToSocial account, or to move your GoToSocial account to another account.',
			on: ON,
			of: 'software',
		},
	},
	pleroma: {
		program: {
			name: 'Pleroma',
			open: true,
			source: 'https://git.pleroma.social/pleroma/pleroma',
			licence: {
				url: 'https://github.com/excodex/docker-pleroma',
				quote:
					'Pleroma is a federated social networking platform, compatible with GNU social and other OStatus implementations. It is free software licensed under the AGPLv3.',
				on: ON,
			},
		},
	},
	akkoma: {
		program: {
			name: 'Akkoma',
			open: true,
			source: 'https://akkoma.dev/AkkomaGang/akkoma',
			licence: {
				url: 'https://github.com/runtipi/runtipi-appstore/discussions/6521',
				quote: 'Application license AGPL-3',
				on: ON,
			},
		},
	},
	pixelfed: {
		program: {
			name: 'Pixelfed',
			open: true,
			source: 'https://github.com/pixelfed/pixelfed',
			licence: {
				url: 'https://github.com/pixelfed/pixelfed/blob/dev/LICENSE',
				quote:
					'it under the terms of the GNU Affero General Public License as published by the Free Software Foundation',
				on: ON,
			},
		},
	},
	snac: {
		program: {
			name: 'snac',
			open: true,
			source: 'https://codeberg.org/grunfink/snac2',
			licence: {
				url: 'https://pkgs.alpinelinux.org/package/edge/community/x86_64/snac',
				quote:
					'Simple, minimalistic ActivityPub instance written in portable C | Project https://codeberg.org/grunfink/snac2 | License MIT',
				on: ON,
			},
		},
	},
	'@atproto/pds': ATPROTO,
	// Any program that speaks the protocol: that people can move is part of it, a licence is not.
	pds: { wayOut: ATPROTO_MOVE },
};

/** Undefined for a program that nobody looked over: then nothing is known of it, not even that it is closed. */
export function softwareNamed(name: string): Known | undefined {
	const key = name.toLowerCase();
	return Object.hasOwn(BY_NAME, key) ? BY_NAME[key] : undefined;
}
