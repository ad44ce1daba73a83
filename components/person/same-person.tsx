import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { Account } from '../../lib/model';
import { ARCHIVED, networkTitle } from '../../lib/networks';
import {
	isArchived,
	join,
	type Member,
	part,
	type SamePerson as Same,
	strengthOf,
	takeBack,
} from '../../lib/people';
import type { Key } from '../../lib/texts';
import { Emojified } from '../post/emojified';
import { useArchives } from '../shared/archives';
import { Avatar } from '../shared/avatar';
import { hrefs } from '../shared/route';
import { useTexts } from '../shared/texts';
import { EvidenceLines, useStrengthWords } from './evidence-lines';
import { inLatin } from './in-latin';

type SamePersonProps = { account: Account; same: Same };

/** The accounts of one human with the evidence; those that may be, offered; and those that the person parted. */
export function SamePerson({ account, same: { members, perhaps, apart } }: SamePersonProps) {
	const { t, date } = useTexts();
	const keys = members.map((one) => one.account.key);
	if (members.length + perhaps.length + apart.length < 2) return null;
	return (
		<section class="same-person" aria-label={t('samePerson')}>
			{members.length > 1 && (
				<List title={t('samePerson')} why={t('samePersonWhy')}>
					{members.map((one) => (
						<Row
							key={one.account.key}
							member={one}
							here={one.account.key === account.key}
							acts={
								one.evidence.some(({ kind }) => kind === 'said')
									? [{ text: 'samePersonTakeBack', act: () => takeBack(one.account.key, keys) }]
									: [{ text: 'samePersonPart', act: () => part(one.account.key, keys) }]
							}
						/>
					))}
				</List>
			)}
			{perhaps.length > 0 && (
				<List
					title={t('samePersonPerhaps')}
					why={t('samePersonPerhapsWhy')}
					folded={members.length > 1}
				>
					{perhaps.map((one) => (
						<Row
							key={one.account.key}
							member={one}
							acts={[
								{ text: 'samePersonJoin', act: () => join(account.key, one.account.key) },
								{ text: 'samePersonPart', act: () => part(one.account.key, keys) },
							]}
						/>
					))}
				</List>
			)}
			{apart.length > 0 && (
				<List title={t('samePersonApart')} folded>
					{apart.map((one) => (
						<Row
							key={one.account.key}
							member={{ account: one.account, evidence: [] }}
							note={t('samePersonSaid', { date: date(one.at, 'day') })}
							acts={[{ text: 'samePersonTakeBack', act: () => takeBack(one.account.key, keys) }]}
						/>
					))}
				</List>
			)}
		</section>
	);
}

type ListProps = {
	title: string;
	why?: string;
	/** Whether it is folded at first; absent: it cannot be. */
	folded?: boolean;
	children: readonly ComponentChildren[];
};

function List({ title, why, folded, children }: ListProps) {
	const id = useId();
	const list = (
		<>
			{why && <p class="quiet">{why}</p>}
			<ul class="same-accounts" aria-labelledby={id}>
				{children}
			</ul>
		</>
	);
	if (folded === undefined) {
		return (
			<div>
				<h2 id={id}>{title}</h2>
				{list}
			</div>
		);
	}
	return (
		<details open={!folded}>
			<summary>
				<h2 id={id}>{title}</h2> <span class="count">{children.length}</span>
			</summary>
			{list}
		</details>
	);
}

type RowProps = {
	member: Member;
	/** The account whose page this is. */
	here?: boolean;
	note?: string;
	/** What can be done about it. */
	acts: readonly Act[];
};

type Act = { text: Key; act(): Promise<void> };

function Row({ member: { account, evidence }, here = false, note, acts }: RowProps) {
	const { t } = useTexts();
	const archives = useArchives();
	const words = useStrengthWords();
	const id = useId();
	const { key, name, handle, emojis, avatar, network = ARCHIVED } = account;
	const strength = strengthOf(evidence);
	return (
		<li>
			{!here && <Avatar name={name || handle} of={archives.of(key)} remote={avatar} />}
			<div class="same-account">
				<p class="same-name">
					{name !== '' && name !== `@${handle}` && name !== handle && (
						<b>
							<bdi>
								<Emojified text={name} emojis={emojis} />
							</bdi>
						</b>
					)}
					<Handle id={id} account={account} here={here} />
					<span class="quiet">
						{networkTitle(network)}
						{isArchived(key) && ` (${t('samePersonArchive')})`}
					</span>
					{strength && <span class={`strength ${strength}`}>{words(evidence)}</span>}
					{here && <span class="strength">{t('samePersonThis')}</span>}
				</p>
				<EvidenceLines evidence={evidence} />
				{note && <p class="quiet">{note}</p>}
				{!here && (
					<div class="same-acts">
						{acts.map(({ text, act }) => (
							<button
								key={text}
								type="button"
								class="chip"
								aria-describedby={id}
								onClick={() => act().catch(reportError)}
							>
								{t(text)}
							</button>
						))}
					</div>
				)}
			</div>
		</li>
	);
}

type HandleProps = { id: string; account: Account; here: boolean };

/** In full, and where letters of other scripts may pass for Latin ones, as machines write them too. */
function Handle({ id, account: { key, handle }, here }: HandleProps) {
	const { t } = useTexts();
	const latin = inLatin(handle);
	const shown = <bdi>@{handle}</bdi>;
	return (
		<>
			{here ? (
				<span id={id} class="handle">
					{shown}
				</span>
			) : (
				<a id={id} href={hrefs.person(key)}>
					{shown}
				</a>
			)}
			{latin !== undefined && (
				<span class="strength claimed">{t('samePersonLetters', { handle: latin })}</span>
			)}
		</>
	);
}
