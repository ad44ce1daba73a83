/**
 * Words that tags are put together from, and tags that are known to be several words: a tag is only taken apart where
 * this leaves no doubt. Single words that look like two ("caturday", "wordpress") stand in neither list.
 */
export const TAG_WORDS: ReadonlySet<string> = new Set(
	(
		'accessibility active alt animal animals anti archive art artist artists autumn awareness bird birds black blue book books ' +
		'bridge care cat cats change city climate club coffee color colour comic comics community computer cooking cost creative ' +
		'crisis culture daily data day days design development digital dog dogs drawing earth education energy english europe ' +
		'family fashion federated fiction film films fitness flower flowers food free freedom friday friends game games garden ' +
		'gardening german girl girls good green group hair happy health help history holiday home horror house human humans ' +
		'illustration image indie internet jazz job jobs journal journalism justice kitchen knitting landscape language law learning ' +
		'library life light linux live lives living local long love lovers machine magic make maker makers market matter media mental ' +
		'monday moon morning mountain mountains movie movies music mystery nature network new news night nonfiction number ocean ' +
		'office open outdoor painting paper park party peace people pet pets phone photo photographer photographers photography ' +
		'photos physical pixel plant plants podcast poem poetry police policy politics portrait power press pride privacy project ' +
		'protect public queer quote radio rail rain reading real recipe recommendation red remote research rights river road rock ' +
		'role sailing saturday scene school science sea security self share short sketch sky snow social society software solar ' +
		'song songs source space spring star stars stop story stories street streets summer sun sunday sunrise sunset support system ' +
		'tabletop tech technology text thank thursday time today together town traffic train trains travel tree trees trip tuesday ' +
		'universe urban vegan video videos view vintage visible visual walk walking water wave weather web wednesday week weekend ' +
		'white wild wildlife winter women wood work working world write writer writers writing yellow young zero'
	).split(' '),
);

/** As they are best written, by their letters. */
export const KNOWN_TAGS: ReadonlyMap<string, string> = new Map(
	(
		'AltText AskFedi BlackLivesMatter BlackHistoryMonth BookTok BuyNothing CatsOfMastodon ClimateCrisis ClimateChange ' +
		'CrossPosting DadJokes DeleteFacebook DeleteTwitter DisabilityPride DogsOfMastodon FediArt ' +
		'FediBlock FediHelp FediHire FediTips FediVision FollowBack FollowFriday FreeSoftware FridaysForFuture GameDev ' +
		'GetFediHired HumanRights IndieDev IndieGame IndieGames IndieWeb JobSearch LandBack LongCovid MachineLearning ' +
		'MastoAdmin MastoArt MastoDev MastoHelp MastoTips MeToo MentalHealth MutualAid NewHere ' +
		'NowPlaying NowReading NowWatching OnThisDay OpenData OpenSource OpenAccess OpenScience OpenStreetMap PixelArt ' +
		'PublicTransport RetroGaming RightToRepair ScreenshotSaturday SelfHosted SelfHosting ShortStory SilentSunday SmallWeb ' +
		'StreetArt StreetPhotography TabletopRpg ThrowbackThursday TransRights TwitterMigration UrbanSketching VeganFood ' +
		'WallpaperWednesday WebDev WildlifePhotography WomenInTech WorldBuilding ' +
		'WritersOfMastodon WritingCommunity BirdsOfMastodon BlackAndWhite'
	)
		.split(' ')
		.map((tag) => [tag.toLowerCase(), tag]),
);

/** One word, though two stand in it. */
export const ONE_WORD: ReadonlySet<string> = new Set(
	(
		'artwork birdhouse birdsong blackbird blackbook bluebird bookshop daylight daytime doghouse dogwood friendship greenhouse ' +
		'helpdesk homework horsepower housework lifetime lighthouse lightwork livelong moonlight newspaper nighttime openair ' +
		'paperwork photobook picturebook railroad rainwater redwood roadwork schoolbook schoolwork seawater skylight snowwater ' +
		'songbird songbook spacetime springtime starlight storybook summertime sunflower sunlight treehouse walkway waterlife ' +
		'wateryear weekday wildflower wildflowers wintertime woodwork workday yearbook'
	).split(' '),
);
