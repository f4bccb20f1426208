# What only the pages for other sites say: they are loaded with them.

# The question in a frame, when the page around it asks for the report.
consent-question = May { $who } have your report?
consent-text = The page around this one asks for it. The report holds passages of your documents. Until you agree, that page knows only how many findings there are.
consent-yes = Give it the report
consent-no = Keep it here

# The page for the administrators of sites that embed the checker.
verify-title = Can this site embed Tender Check?
verify-heading = Can this site embed Tender Check?
verify-text = Tried on { $site }, with the headers that it sends. Nothing was asked of any other site.
verify-running = Trying …
verify-yes = works
verify-no = to be changed
verify-open = depends
verify-said = The site says: { $said }
verify-worker = Reading and judging in a worker
verify-worker-yes = Workers start, and WebAssembly is compiled in them. Every way of embedding rests on this.
verify-worker-no = The worker did not start, or may not compile WebAssembly. Send the files in worker/ with this header, and allow workers of the site itself (worker-src 'self').
verify-worker-worse = It works, but on the page’s own thread: while a document is read the page does not answer. Send the pages with this header.
verify-wasm = How WebAssembly is sent
verify-wasm-yes = By its own type, and compressed.
verify-wasm-no = It works, but the download is slower than it need be. Send the files that end in .wasm with this header.
verify-frame = As a frame on other sites
verify-frame-yes = Other sites may show embed.html in a frame.
verify-frame-no = Only this site itself may show embed.html in a frame. To allow another, send embed.html with this header and the address of that site.
verify-element = As an element on a page of this site
verify-element-yes = A page of this site may hold <tender-check>.
verify-element-no = A page of this site may not hold <tender-check>.
verify-element-open = The site requires trusted types. Allow the two policies that are needed, and give the addresses of the workers by one of them, as docs/embedding.md shows.

# The page for a portal's notices.
portal-title = Notices – Tender Check
portal-heading = Notices, and what may keep small organisations out
portal-text = Open a file of notices as open data (OCDS): a release or record package, or JSON Lines. Each notice is checked by itself, in this browser.
portal-open = Open notices
portal-large = These are more notices than a page can show. At the command line “tender-check screen” takes any number.
portal-none = There is no notice there that asks for bids.
portal-failed = The notices could not be opened: { $reason }
portal-running = Checked { $done } of { $of } …
portal-shown = Showing { $shown } of { $all }, those that close first before the others.
portal-filter = Show only notices
portal-no-high = without a high barrier
portal-reserved = reserved for social enterprises or the like
portal-suits = that my profile does not make hard to bid for
portal-most = with a part of at most (£)
portal-from = closing on or after
portal-nation = in
portal-any = any nation
portal-closes = closes { $date }
portal-value = from { $value }
portal-no-barriers = No barriers found in the notice
portal-is-reserved = Reserved
portal-bid = You could bid
portal-ask_first = Ask first
portal-hard_to_bid = Hard to bid
portal-mismatch = It says that it suits voluntary and social enterprises, but what it asks for does not.
