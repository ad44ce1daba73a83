import type { Words } from './words';

export const EN: Words = {
	not: 'not|don t|doesn t|didn t|isn t|aren t|can t|won t|mustn t|needn t|shouldn t|wasn t|haven t|couldn t|never|no|none|nobody|neither|nor|cannot',
	and: 'and|or|nor',
	must: 'required|requires|require|requirement|mandatory|obligatory|compulsory|have to|has to|need|needs|needed|necessary|demanded|always|obliged|is a must|are a must|without exception|are to be|is to be|without fail|only with approval|only after approval|approved by|unless approved',
	shall:
		'goes behind|go behind|belong behind|belongs behind|goes under|go under|must|shall|only with|only behind|only under|belong|belongs',
	ask: 'please|should|encourage*|recommend*|appreciate*|expected|kindly|asked|ask|try|prefer|preferred|consider|would be kind|would love|d love|ideally|remember to|thank you|thank|ought to|strongly|be nice|make sure|do your best|we love|we like|we want|would be nice|would be great|would be lovely|would be good|good form|good practice|helps|grateful|so kind|if you can|where possible|whenever possible|if possible|best to|urge*|request*|don t forget|do not forget|mindful|aim to|welcomed|invited|invite|go easy|is polite|much loved',
	do: 'add|use|provide|include|write|describe|caption|set|mark|put|give|label|flag|hide|credit|name|keep|limit|choose|attach|tick|select|leave|send|say so|tell us|tag',
	forbid:
		'taken down|forbid*|prohibit*|ban|banned|bans|disallowed|unwelcome|unacceptable|avoid*|refrain*|removed|deleted|delete|suspended|spam|frowned upon|discouraged|against the rules|off limits|treated as spam|be closed|get closed|are closed|be limited|get limited|are limited|account limited|limits? your account|silenced|kicked|be blocked|get blocked|are blocked|grounds for|has no place|have no place|no place for|no room for|not the place|isn t the place|at the door|out of place|don t want|do not want|not wanted|unwanted|do without|stay away from|steer clear|zero tolerance|no tolerance|bad form|shut down|rejected|reject|refuse|refused|removal|remove|suspension|suspend|be muted|will be hidden|not what this place is for|keep out|lose your account|bannable|ban hammer',
	allow:
		'allow|allows|allowed|permit|permitted|fine|ok|okay|welcome|acceptable|tolerated|tolerate|may|can|free to|accepted|no problem|supported|love to see|alright|all right|happy with|happy to see',
	free: 'optional|optionally|voluntary|voluntarily|up to you|if you like|if you want|no obligation|at your discretion|your choice|no one is forced|feel free|as you like|as you please|all you like|as much as you like|don t mind|do not mind|no objection*|nothing against|no need|doesn t bother|does not bother|don t bother us|do not bother us|nobody will|no one will|nobody has to|nobody needs|no one has to|no one needs|nobody is forced|no restrictions|without restriction*|no limits|go ahead|if you feel like|whatever you like|however you like|freely|is up to|are up to|not enforced|we don t require|we do not require',
	exempt:
		'does not count|do not count|doesn t count|don t count|isn t considered|aren t considered|not considered|is not cross posting|do not consider|not regarded|not a problem|not what we mean|isn t what we mean|is not meant|are not meant|not meant by|we don t mean|we do not mean|not counted|isn t counted|is another matter|is a different matter|is something else',
	but: 'but|however|although|though|except',
	condition: 'unless|as long as|so long as|if|without|provided|only if|but also|except|who',
	without: 'without|lacking|missing|undescribed|lack|lacks|uncaptioned|unlabelled',
	only: 'link dump*|only|solely|exclusively|nothing but|just|nothing else|nothing except|bare|other than|consist*|merely|do nothing but|does nothing but|no more than a|just drop',
	public: 'public|publicly',
	alt: 'alt text*|alttext*|alt tag*|alt description*|alternative text*|alternate text*|alternative description*|image description*|picture description*|photo description*|media description*|video description*|text description*|visual description*|alt texts|descriptive text',
	media:
		'image*|picture*|photo|photos|photograph*|media|video|videos|gif|gifs|screenshot*|drawing*|clip|clips|attachment*|graphic|graphics|audio|sound|art|artwork*|illustration*|upload|uploads|pics|pic|meme|memes',
	describe: 'describe*|describing|description*|caption*|captions',
	cross:
		'cross post*|crosspost*|x post*|mirror|mirrors|mirrored|mirroring|repost bot*|tweet bot*|retweet bot*|x poster*|cross poster*|twitter mirror*|tweet mirror*|mirror account*',
	bot: 'bot|bots|feedposter*|feed poster*|rss|rss feed*|automation|autopost*|auto post*|auto poster*|automated account*|news feed*|robot|robots|bot account*|auto forward*|auto tweet*|automated posts|automated posting|automatic posting',
	auto: 'automat*|auto|scripted|machine generated|scheduled posts|on their own|by themselves|without a human|unattended|a script|by a script|by software',
	copy: 'copy|copies|copied|copying|republish*|repost|reposts|reposted|reposting|relay*|forward*|sync*|syndicat*|import*|pipe|pipes|bring|carbon copy|carbon copies|fed by|feed|feeds|mirrored|mirror|mirrors|mirroring|dump|dumps|pull|pulls|carry over|carried over|copies everything',
	post: 'post|posts|posted|posting|message|messages|toot|toots|tooting|status|statuses|content|publish*|upload*|update|updates|share|sharing|tweet|tweets|retweet*|announcement*|boost|boosts|thread|threads|article|articles|publish|publishes|replies',
	account: 'account|accounts|profile|profiles',
	tool: 'tool|tools|service|services|software|app|apps|script|scripts|program|programs|bridge|bridges|plugin*|client|clients|zapier|ifttt|buffer',
	network:
		'networks|platforms|other network|other platform|other sites|other site|sites|elsewhere|twitter|tweet|tweets|birdsite|x com|bluesky|facebook|instagram|two places|social media|another network|other networks|other platforms|another platform|another site|other services|another service|tumblr|tiktok|several networks|multiple networks',
	same: 'same|identical|simultaneous|simultaneously|at once|multiple networks|several networks|one and the same|duplicate*|copies of',
	unlisted:
		'unlisted|quiet public|unlist|out of the public timeline*|off the public timeline*|out of the local timeline|off the local timeline|not on the local timeline|not on the public timeline|quiet|not publicly listed|hidden from the timeline*',
	followers:
		'followers only|followers alone|only to followers|only followers|to followers|private visibility|private posts',
	mark: 'mark|marked|flag|flagged|label|labelled|labeled|bot box|checkbox|tick|identif*|indicate*|disclos*|declare*|say so|clearly|tagged|bot flag*|bot setting|bot account setting|setting|switched on|switch on|checked|ticked|clearly visible|badge|made clear|make clear|say that they|tell people|tell others|recognisable|recognizable|hashtag|tag',
	participate:
		'participat*|take part|taking part|interact*|engage*|engaging|respond|responds|responding|reply to|replies to|answer|answers|answering|respond to|active member*|active participant*|unmonitored|unattended|part of the community|conversation|conversations|talk to|talk with|stick around|be around|somebody is home|someone is home|be present|read replies|reply|replies|take care of replies|join in|joining in|contribute|give and take|chat with|converse|engagement|interaction|interactions|communicate with|listen to',
	broadcast:
		'broadcast*|post only|never interact|unmonitored account*|unattended account*|one way|nobody looks after|no one looks after|nobody reads|no one reads|never reply|never answer|never reads|one way street|drive by|fire and forget|nobody answers|no one answers|megaphone',
	flood:
		'flood|flooding|floods|high frequency|high volume|post rate|rate of posting|bulk post*|mass post*|rapid fire|clog*|overwhelm*|drown*|in quick succession|take over|taking over|swamp*|hog|hogging|spamming the|dominate*|in a row|burst|bursts|monopoli*|fill up|filling the|slow down|pace yourself|too often|too many posts|too fast',
	most: 'keep it to|at most|no more than|not more than|maximum|max|up to|limit|limited|limit of|more than|fewer than|less than|one every|once every',
	repeat:
		'duplicate*|duplicated|over and over|repeatedly|repetitive|repeat|repeating|repeated|again and again|several accounts|multiple accounts|several instances|multiple instances|several servers|day after day|every day|multiple times|several times|many times|more than once|copy and paste|copy paste|keep posting|keep reposting|re post*',
	several:
		'several accounts|multiple accounts|many accounts|more than one account|several instances|multiple instances|several servers|different accounts|various accounts|alt accounts|second account',
	lang: 'language|languages',
	other:
		'other than|another language|other languages|any language but|everything else|anything else|any other language|no other language|languages other',
	primary:
		'language instance|language server|language community|primary|primarily|main|mainly|mostly|predominantly|preferred|prefer|chiefly|speaking|most of us|most people here|usually|generally|first language|working language|common language|lingua franca|dominant|above all|mostly speak',
	write:
		'write|written|writing|post|posts|posting|speak*|communicat*|content|toot|toots|message|messages|conversation*|discussion*|timeline|everything|talk|text|texts|replies|account|accounts|communication|spoken',
	every:
		'all languages|any language|other languages are welcome|every language|whatever language|languages are welcome|multilingual|language you like|language you want|language of your choice|any other language|as is any|whichever language|languages you like|in any language|own language|native language|mother tongue|all the languages',
	own: 'set the language|tag the language|language of each|language of your|language tag*|language setting|correct language|right language|post language|mark the language|language of the post|language of every|post s language|right language tag|choose the language|select the language|declare the language|language selector|indicate the language|posting language',
	cw: 'content warning*|cw|cws|content note*|content notice*|spoiler tag*|trigger warning*|sensitive|behind a warning|spoiler warning*|nsfw tag|c w|content warn*|cw d|cwed|spoiler text|sensitive content|marked sensitive|warned for',
	'topic:sex': 'sex|sexual*|nudity|nude|nudes|nsfw|porn*|erotic*|lewd|adult content|adult|explicit',
	'topic:violence':
		'violen*|gore|gory|blood|abuse|graphic|assault|wars|warfare|of war|war footage|war images',
	'topic:death': 'death|deaths|dying|suicide|grief|self harm',
	'topic:illness': 'illness*|disease*|sickness|medical|covid|mental health|health|injur*',
	'topic:politics': 'politic*|election*',
	'topic:news': 'news|current affairs|current events',
	'topic:food': 'food|meal|meals|meat',
	'topic:alcohol': 'alcohol*|drinking|drugs|drug use|smoking|tobacco|beer|wine',
	'topic:spoilers':
		'spoiler|spoilers|plot details|plot twist*|the ending of|end of a film|end of a movie|endings',
	'topic:strong-language': 'strong language|swearing|profanit*|swear words|rant|rants|cursing',
	'topic:eye-contact': 'eye contact',
	'topic:weapons': 'weapon*|gun|guns|firearm*',
	'topic:animals': 'animal abuse|spider*|insects|animal cruelty|animals|snakes',
	'topic:selfies': 'selfie|selfies|faces',
	'topic:religion': 'religio*|faith',
	longer: 'longer than|over|more than|exceed*|above|longer|at least|beyond',
	characters: 'characters|chars|letters',
	link: 'link dump*|link|links|linking|url|urls|link only|linkdump*|drop a link|dropping links|drop links',
	hashtag: 'hashtag*|hash tag*',
	many: 'too many|excessive*|stuff|stuffing|many|number of|inordinate|walls of|a wall of|pile|overuse|overload|plenty|dozens of|loads of|sparing*|a few|limit|wall|walls|endless|tag cloud*|row of|strings of|string of|pack|packed|cram*|litter*|more than|no more than|at most|maximum|up to|go easy|tone down|keep hashtags|spam|heaps|dozen|bunch|swarm*|flood*',
	camel:
		'camelcase|camel case|pascalcase|pascal case|titlecase|capitalise each|capitalize each|capital letter*|capitalise the first|capitalize the first|capitalise|capitalize|initial capital*|capital for each|each word capital*|upper case|uppercase|capitals|likethis|capitalised|capitalized|capitalising|capitalizing',
	ai: 'ai|a i|ai generated|artificial intelligence|generative*|llm|llms|chatgpt|machine generated|midjourney|aiart|gen ai|genai|synthetic*|image generator*|text generator*|machine made|stable diffusion|dall e|generators|generator',
	train:
		'train|training|machine learning|train on|ai training|train ai|language models|data set*|dataset*|training data|models',
	scrape:
		'scrap*|harvest*|data mining|data mine|mine data|crawl*|crawler*|archive posts|index posts|bulk download*|indexing|collecting posts|collect posts|collecting data|collect data|gather data|gathering data|mass download*|archiving posts|copying profiles',
	credit:
		'credit|credited|crediting|attribut*|name the artist|name the author|name the creator|cite|source your|give credit|name your sources|original creator|original artist|original author|name the photographer|name the maker|name the source|say who made|say whose|who made it|give credit*|credits|photographer*|credit where|sources',
	promo:
		'self promot*|advertis*|advert|adverts|ads|promot*|commercial*|marketing|affiliate|referral|selling|solicit|sponsored|commerce|business account*|shop|shops|sell|sales|sales pitch*|paid|sponsorship*|merch|fundrais*|crypto|giveaway*|brand account*',
	dm: 'direct message*|dm|dms|private message*|private mention*|dming|dm people|private messages|privately message|pm|pms|message people|messaging people|private mentions|inbox|inboxes',
	unsolicited:
		'unsolicited|uninvited|unwanted|unasked|unrequested|strangers|you do not know|do not know|without asking|not asked for|out of the blue|cold|never spoken|have not spoken|haven t spoken|never talked|never met|never interacted|don t know you|doesn t know you|do not know you|don t follow you|doesn t follow you|do not follow you|people you don t know|unknown people|didn t ask|did not ask|without being asked|no prior contact|random people|new people|don t want them|mass|who don t want|unprompted|asked first|ask first|invited to',
	consent:
		'consent|permission|opt in|opted in|agreed|approval|agreement|approved|say so of|asking first|agree',
	impersonat:
		'impersonat*|pretend to be|pretending to be|pose as|posing as|fake account*|fake identit*|false identit*|someone you are not|somebody you are not|steal an identity|identity theft|passing yourself off|pass yourself off|pass as|passing as|false name*|fake profile*|fake name*|misrepresent*|masquerad*|under another name|under a false|claim to be|claiming to be|somebody else s name|someone else s name|steal someone*|identity fraud|lie about who you are',
	parody:
		'parod*|fan account*|satire account*|satirical account*|role play account*|roleplay account*|fictional character account*|parody|spoof*|tribute account*|fan and parody',
	none: 'not boosted|not be boosted|won t be boosted|don t boost|do not boost|not boost|won t boost|will not boost|mind your language|watch your language|alternative lifestyle*|language and tone|inclusive language|programming language*|automatic ban*|no matter|no longer|whether or not|not only|credit card*|if you don t want|if you do not want|without warning|without further warning|without prior warning|cannot see|can t see|cannot hear|can t hear|may take|no exceptions|without exceptions|hate speech|in sight|x rated|language barrier*|in plain language|plain language|simple language|language learner*|not just|no matter how|not sure|no doubt|adult members|adults only',
	except:
		'except|excepted|excluded|exempt|exempted|apart from|exception|exceptions|does not apply|do not apply|doesn t apply|don t apply|aside from|not needed in|not needed for|not required in|not required for|are not affected|is not affected|unaffected|do not need|don t need|does not need|need not',
	because: 'because|so that|in order to|seeing that',
	staff:
		'moderator|moderators|mods|admins|admin|our team|the team|staff|volunteers|we|our backup*|operators|administrators|administrator',
	report: 'report|reports|reporting|complaint|complaints',
	hate: 'nazi*|fascis*|faschis*|extremis*|terroris*|ideolog*|insult|insults|hate*|hatred|slur|slurs|harass*|racis*|sexis*|abuse|abusive|threat*|bully*|mock|mocking|make fun|offensive|discriminat*|accent|offensive language|hateful language|foul language|rude language|bad language|inappropriate language|abusive language|language of hate|nag|nagging|shame|shaming|scold*|lecture|policing',
	alone:
		'bare|naked|on its own|by itself|without comment|without context|without a word|without any text|without text|without explanation|no context|no comment|link dump*|linkdump*|uncommented|link drop*|drop a link|dropping links|drop links|lone',
	description: 'description|descriptions|described|caption|captions|undescribed|uncaptioned',
	follower: 'follower|followers',
	timeline:
		'timeline*|feed|feeds|local|public|everyone|others|posts|posting|post|messages|server|instance|bulk post*|mass post*|rate of posting|post rate|too many posts',
	between: 'between|apart|wait|space out|spaced',
	least: 'at least|minimum|a minimum of',
	behind: 'behind|under|hidden|hide|wrapped|folded|beneath',
	sensitive: 'sensitive|nsfw flag|nsfw tag',
	send: 'send|sending|write|writing|message|messaging|contact|slide into|approach|pester*|bother*|spam|sell',
	pose: 'speaks for|speak for|on behalf of|represent|represents',
	disclose: 'disclose|say so|declare|state|clear|clearly|label*|marked|profile|bio',
	direct:
		'direct message*|private mention*|private message*|dm|dms|private conversation*|private posts|in private|privately|private mentions|direct messages|private messages',
	'other-one': 'somebody else|someone else|another person|people|brands|other',
	leak: 'screenshot*|leak*|publish|publishing|public|quote|sharing|share|repost*',
	'by-hand': 'by hand|manually|your own hand|own hand|whether|no matter whether|human or machine',
	member: 'people|members|others|users|anyone|someone|somebody|strangers|anybody|everyone',
	team: 'moderator|moderators|mods|admin|admins|administrators|administrator|our team|the team|staff|support|appeals|questions',
	profile: 'profile picture*|profile|avatar*|bio',
	erase:
		'delete|deletes|deleted|deletion|remove|removes|removed|suspend|suspends|suspended|ban|bans|banned',
};
