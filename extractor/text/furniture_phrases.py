"""What news sites write around their articles, in eight languages: tables of phrases.

A phrase stands here only if no sentence of an article is it, or begins with it. How they are
written: `phrases.PhraseBook`.
"""

# ruff: noqa: E501  # a phrase, or the choices that begin it, is one line of a table

from __future__ import annotations

NETWORK = (
    r"(?:facebook|twitter|x|whats\s?app|telegram|instagram|linked\s?in|youtube|tik\s?tok|google"
    r"(?: news)?|threads|bluesky|viber|вконтакте|одноклассниках|дзен\w*|微博|微信)"
)

SHARE_WORDS = r"""
share shares copy tweet retweet pin print e-?mail comments? like save bookmark facebook twitter x
whats\s?app telegram linked\s?in pinterest reddit tumblr messenger instagram youtube flipboard
viber threads bluesky mastodon rss copied link url more
compartir compartilhar guardar imprimir partager imprimer enregistrer commenter teilen drucken
merken kommentare paylaş yazdır kaydet поделиться распечатать вконтакте одноклассники
شارك مشاركة طباعة واتساب فيسبوك تويتر تلغرام تليغرام 分享 打印 收藏 评论 微博 微信
"""
"""Words of share bars: a line of nothing else is one."""

_SECTIONS = """
    home homepage news world politics business sports sport opinion opinions entertainment culture
    lifestyle travel tech technology science health video videos photos gallery weather local
    national international regional region economy education environment magazine markets money
    arts books music tv podcasts podcast jobs autos property features editorial editorials
    columns blogs blog archive archives latest trending crime football cricket diplomatic
    inicio noticias mundo política economía deportes opinión cultura sociedad tecnología ciencia
    salud internacional nacional vídeos fotos
    accueil actualité actualités monde politique économie sports société santé sciences faits divers
    startseite nachrichten politik wirtschaft kultur wissen gesundheit meinung panorama ausland
    inland reise auto lokales wetter
    anasayfa gündem dünya siyaset ekonomi spor kültür sanat sağlık teknoloji magazin yazarlar
    главная новости мир политика экономика спорт культура общество наука технологии происшествия
    الرئيسية أخبار سياسة اقتصاد رياضة ثقافة صحة تكنولوجيا العالم فيديو رأي منوعات مجتمع
    首页 新闻 国际 国内 政治 财经 体育 娱乐 科技 社会 军事 文化 健康 视频 图片 滚动
    """
SECTION_WORDS = frozenset(_SECTIONS.split())
"""Names of sections: a line of nothing else, without a stop, is a menu."""

WHOLE_LINES = r"""
share (?:this|on|via)\b.{0,60}
tweet this.{0,20}
share:.{0,60}
{advertisement|advertorial|ads?|sponsored(?: content)?|promoted|promo}
{continue|keep} reading(?: below)?
story continues below.{0,40}
{article|scroll} (?:continues (?:below|after).{0,30}|to continue)
{main |}menu
{navigation|home|homepage|next|previous|prev|search(?: for)?|close(?: menu)?}
back(?: to (?:top|home))?
loading(?:\.\.\.|…)?
live(?: tv)?
skip to (?:main )?content
toggle navigation
{view|see|show|load} (?:all|more)
{view|show|hide} comments
no comments(?: yet)?
{sign|log}[\s-]?(?:in|up|out)(?:\s?(?:/|or|\|)\s?(?:join|register|sign up|subscribe|sign up))?
{register|subscribe(?: now)?|donate|support us|about(?: us)?|contact(?: us)?}
{newsletters?|e-?paper|podcasts?}
{accept|reject|allow|decline}(?: all)?(?: cookies)?
manage (?:cookies|preferences|consent)
{cookie|privacy} (?:settings|policy|preferences|notice)
terms (?:of|and|&) \w{3,10}
leave a (?:reply|comment)(?: cancel reply)?
cancel reply
post (?:a )?comment
add (?:a )?comment
join the (?:conversation|discussion)
write a comment
{enter |}your (?:e-?mail(?: address)?|name|comment)(?: here)?
{name\*?|website}
save my name, e-?mail,? and website.{0,80}
your e-?mail address will not be published.{0,60}
required fields are marked.{0,10}
notify me of .{0,60}
we (?:care|value) (?:about )?your privacy
{this post|this article} (?:has|was) (?:been )?(?:viewed|shared|read) .{0,30}
{tags?|topics?|filed under|posted in|category|categories|keywords|labels}\s?:.{0,200}
{reading time|read time|estimated reading time}\b.{0,30}
listen to (?:this )?(?:article|story).{0,30}
just now
{file photo|library photo|representational image|illustrative image}
{most|also|recently} (?:viewed|visited)
gift this article
copy (?:link|url)
link copied!?
google news
{follow|add} us
buy (?:a )?print
get the app
open in app
click to (?:share|print|email)\b.{0,80}
skip (?:ad|advertisement|to footer|to navigation)
{all rights reserved|hide caption|toggle caption|enlarge this image|view image in fullscreen}
{weather|forecast}
{publicidad|anuncio|comentarios|iniciar sesión|regístrate|suscríbete|menú|buscar|ver más}
{aceptar|rechazar}(?: todo| todas)?(?: las)?(?: cookies)?
{política de (?:privacidad|cookies)|aviso legal|términos y condiciones|todos los derechos reservados}
compartir en .{1,30}
{etiquetas|temas|archivado en}\s?:.{0,200}
{publicité|commentaires|se connecter|s['’]abonner|je m['’]abonne|s['’]inscrire|voir plus}
{tout accepter|tout refuser|accepter(?: et continuer)?|continuer sans accepter}
{mentions légales|politique de confidentialité|tous droits réservés|gestion des cookies}
partager (?:sur|cet article|l['’]article).{0,30}
{la suite après (?:la|cette) publicité|le reste de l['’]article après la publicité}
{réservé (?:à nos|aux) abonnés|article réservé aux abonnés|temps de lecture.{0,20}}
{anzeige|werbung|anmelden|abmelden|abonnieren|registrieren|startseite|mehr anzeigen|weiterlesen}
{alle akzeptieren|alle ablehnen|akzeptieren|cookie-einstellungen|zustimmen und weiter}
{impressum|datenschutz(?:erklärung)?|alle rechte vorbehalten|zur startseite|zum inhalt springen}
{artikel (?:teilen|anhören|drucken|merken)|teilen auf .{1,30}|lesezeit.{0,20}}
{reklam|ilan|giriş yap|üye ol|abone ol|yorumlar|yorum yaz|devamını oku|tümünü gör|ana sayfa}
{kabul et|tümünü kabul et|reddet|çerez (?:politikası|ayarları)|gizlilik politikası}
{tüm hakları saklıdır|haberi paylaş|etiketler\s?:.{0,200}|okunma süresi.{0,20}}
{реклама|комментарии|войти|регистрация|подписаться|меню|поиск|показать ещё|показать еще|читать далее}
{принять(?: все)?|отклонить|политика конфиденциальности|все права защищены|на главную}
{поделиться(?: новостью| в соцсетях)?|теги\s?:.{0,200}|время чтения.{0,20}|фото\s?:.{0,80}}
{إعلان|إعلانات|تسجيل الدخول|اشترك|اشترك الآن|تعليقات|التعليقات|المزيد|اقرأ المزيد|القائمة|بحث}
{قبول|قبول الكل|رفض|سياسة الخصوصية|شروط الاستخدام|جميع الحقوق محفوظة}
{شارك (?:المقال|الخبر|المقالة)|كلمات (?:مفتاحية|دالة)\s?:.{0,200}|الوسوم\s?:.{0,200}}
{广告|登录|注册|评论|更多|菜单|搜索|返回顶部|下一页|上一页|加载更多|点击查看|相关标签|分享到.{0,20}}
{接受|全部接受|拒绝|隐私政策|版权所有.{0,40}|责任编辑\s?[:：].{0,20}|编辑\s?[:：].{0,20}|来源\s?[:：].{0,20}}
"""
"""A whole line that is one of these is furniture."""

NOTICES = rf"""
{{we|this site|this website|our site|our website|by clicking|by continuing|by using|to give|to improve}}\b.{{0,100}}\b(?:uses?|using|stores?|consent|accept|agree)\b.{{0,100}}\bcookies?\b
we value your privacy
cookies help us
follow (?:us\b|@\w|our\b|.{{1,40}} on {NETWORK}\b)
{{subscribe|sign up}} (?:to|for|now|here|today|with|and|free)\b.{{0,120}}\b(?:our|your|newsletters?|us|free|inbox)\b
subscribe to \w+(?: \w+)?$
subscribe (?:to|now|today) .{{0,40}}(?:to continue|to read|for full access)
{{already (?:a subscriber|have an account|subscribed|a member)\b}}
this (?:article|content|story) is (?:for|only for|available to|reserved for|exclusive to) (?:our )?(?:subscribers|members|registered)
you(?:['’]ve| have) (?:reached|read|used) (?:your|all|\d+) .{{0,30}}(?:free )?articles?\b
join (?:us on|our) .{{0,40}}(?:whats ?app|telegram|channel|newsletter|group|facebook)
get (?:the )?(?:latest|breaking|daily|our)\b.{{0,80}}\b(?:inbox|newsletters?|app|e-?mail)\b
{{click|tap}} here (?:to|for)\b
{{download|install|get}} (?:our|the) .{{0,30}}\bapp\b
copyright\s(?:©|\(c\)|\d{{4}})
{{please |}}{{enable|turn on}} javascript
you need to enable javascript
your browser does not support
thank you for subscribing
proudly powered by\s
powered by \w+$
{{utilizamos|usamos|este sitio (?:web )?(?:utiliza|usa)|esta web utiliza}} .{{0,60}}\bcookies\b
{{síguenos|siga a|sigue a|únete a nuestro|suscríbete a|regístrate (?:en|para)|recibe (?:las|nuestras)}} .{{0,120}}(?:{NETWORK}|bolet[íi]n|newsletter|canal|noticias|correo)
{{nous utilisons|ce site (?:web )?utilise|nos partenaires et nous}} .{{0,100}}\bcookies\b
{{suivez-nous|rejoignez-nous|rejoignez notre|abonnez-vous|inscrivez-vous|recevez (?:nos|notre|toute)}}\b.{{0,120}}(?:{NETWORK}|newsletter|lettre|infos?|actualité|chaîne|offre|abonn|suite|mail)
{{cet article est réservé|il vous reste \d+}} .{{0,60}}(?:abonnés|article)
{{wir (?:verwenden|nutzen)|diese (?:website|webseite|seite) (?:verwendet|nutzt)}} .{{0,60}}\bcookies\b
{{folgen sie uns|folge uns|abonnieren sie|melden sie sich|jetzt (?:abonnieren|anmelden|weiterlesen)}}\b.{{0,120}}(?:{NETWORK}|newsletter|kanal|abo|anmelden|postfach|spiegel\+|plus|kostenlos)
dieser artikel ist (?:nur )?(?:für abonnenten|kostenpflichtig)
{{sitemizde|bu site|web sitemizde|size daha iyi}}\b.{{0,100}}(?:çerez|cookie)
{{bizi|haberlerimizi|son dakika haberleri(?:ni)?}}\b.{{0,60}}(?:{NETWORK}['’]?\w*|bülten\w*)\b.{{0,40}}(?:takip ed|abone ol|katıl)
{{мы используем|этот сайт использует|сайт использует|продолжая (?:использовать|пользоваться)}} .{{0,80}}(?:cookie|куки)
{{подписывайтесь|подпишитесь|читайте нас|следите за нами|оставайтесь}}\b.{{0,80}}(?:{NETWORK}|telegram|канал|рассылк|новост|на связи)
{{نستخدم|يستخدم (?:هذا )?الموقع|نحن نستخدم}} .{{0,60}}(?:ملفات|الكوكيز|ارتباط)
{{تابعنا|تابعونا|تابعوا|اشترك في|انضم إلى}} .{{0,80}}(?:{NETWORK}|تلغرام|تيليغرام|واتساب|فيسبوك|تويتر|قناة|قناتنا|النشرة|غوغل|يوتيوب)
{{本网站使用|我们使用|我們使用|继续浏览}}.{{0,40}}(?:cookies?|缓存|隐私)
{{关注我们|请关注|扫码关注|扫描二维码|欢迎关注|下载.{{0,12}}客户端|更多精彩内容}}.{{0,60}}
"""
"""A line that begins so is furniture."""

READ_ALSO = r"""
{also|must|further|now} (?:read|watch|see)
{read|watch|see|learn} (?:also|more|next|this)
read
related(?: (?:news|stor(?:y|ies)|articles?|posts?|content|links?|reading|topics?))?
more on this
recommended
don['’]t miss
you (?:may|might) (?:also )?like
{à |}lire aussi
{à voir aussi|lire (?:plus|également|la suite)|sur le même sujet|notre article}
{lesen sie auch|lies auch|mehr zum thema|auch interessant|mehr dazu|lesen sie (?:hier|mehr)}
{lea|lee|leer} (?:también|más)
{le puede interesar|te puede interesar|vea también|ver también|más información|noticia relacionada}
{leia também|leggi anche|lees ook|läs också|baca juga}
{ilgili haber(?:ler)?|ayrıca (?:okuyun|bkz)|bunlar da ilginizi çekebilir|bunu da okuyun|İlgili haber(?:ler)?}
{читайте (?:также|ещё|еще)|смотрите также|по теме|материалы по теме|подробнее}
{اقرأ أيضا|اقرأ أيضًا|اقرأ أيضاً|إقرأ أيضا|إقرأ أيضًا|اقرأ المزيد|شاهد أيضا|شاهد أيضًا|مواضيع ذات صلة|طالع أيضا}
{延伸阅读|相关阅读|相关新闻|相关报道|推荐阅读|另请参阅|更多阅读|延伸閱讀|相關新聞}
"""
"""A line that begins so, with a mark after it, is a link to another story."""

LINK_HEADINGS = r"""
{latest|recent|related|popular|trending|similar|more|other|top|featured|breaking} (?:news|stor(?:y|ies)|posts?|articles?|headlines|content|coverage|links|topics|videos?)
related
trending(?: now| today)?
recommended(?: (?:for you|stories|articles|reading))?
most (?:read|popular|viewed|shared|commented|watched|recent)(?: (?:news|stories|articles))?
you (?:may|might) (?:also )?(?:like|be interested in|enjoy|have missed)
{also|must|further} read(?:s|ing)?
read (?:also|more|next|this next)
see also
more from (?:us|\w+(?: \w+){0,3})
more in \w+(?: \w+)?
more like this
more on this(?: (?:story|topic))?
editor['’]?s['’]? (?:picks?|choice)
{up |what to read |}next
don['’]t miss
in case you missed it
{from |}{around |}the web
from our (?:partners|sponsors)
{lo más (?:leído|visto|popular)|más (?:leídas|leídos|noticias)|últimas noticias|noticias relacionadas|te puede interesar|le puede interesar|también te puede interesar|relacionados?}
{les plus lus|les articles les plus lus|à lire aussi|sur le même sujet|articles? liés?|dernières (?:actualités|infos|nouvelles)|à la une|vous aimerez aussi|nos recommandations|contenus sponsorisés}
{meistgelesen|meistgelesene artikel|meist gelesen|das könnte sie (?:auch )?interessieren|mehr zum thema|ähnliche artikel|verwandte (?:artikel|themen)|neueste (?:nachrichten|meldungen)|auch interessant|empfohlen}
{en çok okunan(?:lar)?|çok okunanlar|ilgili haberler|İlgili haberler|son dakika(?: haberleri)?|benzer haberler|diğer haberler|bunlar da ilginizi çekebilir|öne çıkan(?:lar| haberler)}
{самое читаемое|популярное|самые читаемые|читайте также|материалы по теме|по теме|последние новости|другие новости|похожие (?:новости|материалы)|рекомендуем|главные новости}
{الأكثر قراءة|الأكثر مشاهدة|الأكثر تداولا|مواضيع ذات صلة|أخبار ذات صلة|مقالات ذات صلة|اقرأ أيضا|اقرأ أيضًا|آخر الأخبار|قد يعجبك أيضا|قد يهمك|المزيد من الأخبار}
{热门新闻|热点新闻|相关新闻|相关阅读|相关报道|推荐阅读|最新新闻|最新消息|猜你喜欢|阅读排行|热门文章|延伸阅读|点击排行}
"""
"""A line that is one of these is a heading under which links to other stories stand."""

CAPTION_STARTS = r"""
{file |undated |handout |representational |illustrative |}{photo(?:graph)?s?|images?|pictures?|pics?|video|graphic|illustration}(?:\s(?:credits?|caption|courtesy))?\s?(?:[:|/]|\bby\s|\scourtesy\ of\s)
foto(?:grafía|graf)?s?(?: de archivo)?\s?[:|/]
{crédit photo|crédits?|photo d['’]archives?|photo d['’]illustration|légende}\s?[:|/]
{bild|symbolbild|archivbild|bildquelle|quelle}\s?[:|/]
{fotoğraf|görsel|arşiv}\s?[:|/]
{фото|иллюстрация|архивное фото}\s?[:|/]
{صورة|الصورة|تصوير}\s?[:|/]
{图为|资料图|图片来源|图\s?/|摄影|资料图片|供图}[:：|/]?
"""
"""A line that begins so is the caption of a picture."""

ARTICLE_ENDS = r"""
{tags?|topics?|filed under|posted in|category|categories|keywords}\s?:
leave a (?:reply|comment)
your e-?mail address will not be published
{post|view|show|write} (?:a |all )?comments?$
{etiquetas|temas|archivado en|mots-clés|schlagwörter|themen|etiketler|теги|метки|الوسوم|كلمات مفتاحية|标签|相关标签|责任编辑}\s?[:：]
"""
"""What begins so stands below an article: no sentence of its body follows."""

PRINT_NOTICES = r"""
{this (?:article|story|piece|column)|a version of this (?:article|story|piece)} (?:first |originally )?(?:appears?|appeared|was (?:first |originally )?published|ran) (?:in|on) .{0,60}\b(?:edition|issue|print|page)\b
{from the|published in the} (?=.{0,40}\d).{3,40} (?:issue|edition)(?: of .{1,60})?\W*$
issue (?:of|date:?) .{0,30}\b(?:19|20)\d\d\W*$
{web|story} posted\b.{0,60}\d
"""
"""A line that begins so tells of the printed or the posted issue: neither past nor publication."""
