//! Cue words and phrases: the one pass over a text that finds where a grammar has something to read.
//!
//! Every family of barriers, and the language itself, declares its cues as lists of patterns. All of them are put into
//! one [`Lexicon`](super::lexicon::Lexicon), and one walk over the tokens finds them all.
//!
//! A pattern is a few words with blanks between: `third party liability`. `a|b` is either of two words, a `?` behind
//! it makes it optional, `~3` skips up to three tokens within the sentence, `#` is a number.
//! Hyphens, quotes, brackets and slashes in the text are passed over: `sub contractor` finds `sub-contractor`,
//! `employers compulsory? liability` finds `Employer’s (Compulsory) Liability`.

/// The bits of a cue that tell when it wakes its family.
const WHEN: u32 = 0b11;
const WAKES: u32 = 0b00;
const OF_QUANTITY: u32 = 0b01;
const ASIDE: u32 = 0b11;

/// Name of a group of phrases that mean the same to a grammar.
///
/// The name is hashed when the program is compiled, so telling two cues apart costs one comparison of numbers. Most cues
/// wake their family: it is asked about a passage in which one stands. What only qualifies others ([`aside`](Self::aside))
/// or a quantity ([`of_quantity`](Self::of_quantity)) is in most sentences of a tender, and wakes none alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Cue(u32);

impl Cue {
    /// The cue of this name. Names are like `insurance.public_liability`; a test makes sure that no two collide.
    pub const fn named(name: &str) -> Self {
        Self::hashed(name, WAKES)
    }

    /// The cue of this name, which a family looks at beside others: alone it gives the family nothing to read.
    pub const fn aside(name: &str) -> Self {
        Self::hashed(name, ASIDE)
    }

    /// The cue of this name, which gives a family something to read only in a passage with a quantity.
    pub const fn of_quantity(name: &str) -> Self {
        Self::hashed(name, OF_QUANTITY)
    }

    const fn hashed(name: &str, when: u32) -> Self {
        // FNV-1a, since hashing in a constant rules out the standard hashers.
        let (bytes, mut hash, mut i) = (name.as_bytes(), 0x811c_9dc5_u32, 0);
        while i < bytes.len() {
            hash = (hash ^ bytes[i] as u32).wrapping_mul(0x0100_0193);
            i += 1;
        }
        Self(hash & !WHEN | when)
    }

    /// Its bits in a [`Marks`], one in each part.
    #[inline(always)]
    const fn marks(self) -> [u64; 3] {
        [1 << (self.0 >> 26), 1 << (self.0 >> 20 & 63), 1 << (self.0 >> 14 & 63)]
    }
}

/// Which cues may stand somewhere: three bits for each, shared by others, so that only an absent one is certain.
///
/// A passage is asked for cues hundreds of times, mostly for those that it does not have.
#[derive(Debug, Clone, Copy, Default)]
pub struct Marks([u64; 3]);

impl Marks {
    /// Those of no cue.
    pub const NONE: Self = Self([0; 3]);

    /// The marks of these hits.
    pub fn of(hits: &[Hit]) -> Self {
        hits.iter().fold(Self::NONE, |all, hit| all.with(hit.cue))
    }

    /// These and those of a cue.
    #[must_use]
    #[inline(always)]
    pub const fn with(self, cue: Cue) -> Self {
        self.or(Self(cue.marks()))
    }

    /// These and others.
    #[must_use]
    #[inline(always)]
    pub const fn or(self, other: Self) -> Self {
        let (mine, others) = (self.0, other.0);
        Self([mine[0] | others[0], mine[1] | others[1], mine[2] | others[2]])
    }

    /// Whether the cue may be there.
    #[inline(always)]
    pub const fn may_have(self, cue: Cue) -> bool {
        let (mine, bits) = (self.0, cue.marks());
        mine[0] & bits[0] != 0 && mine[1] & bits[1] != 0 && mine[2] & bits[2] != 0
    }
}

/// A cue with the patterns that show it.
pub type CueList = [(Cue, &'static [&'static str])];

/// Lists of cues as one text, made by [`packed!`](crate::packed) when the program is compiled.
///
/// Families keep hundreds of patterns. As text alone they are lighter in wasm than with the address and length of each.
#[derive(Clone, Copy)]
pub struct Packed(&'static [u8]);

/// Ends a pattern, and ends the patterns of a cue; no pattern has them.
const ENDS: [u8; 2] = [b'\n', 0];

impl Packed {
    /// Takes what [`pack`](Self::pack) has made.
    pub const fn new(bytes: &'static [u8]) -> Self {
        Self(bytes)
    }

    /// Length of lists when they are packed: for each cue four bytes and an end, for each pattern its bytes and an end.
    pub const fn length(lists: &[&CueList]) -> usize {
        let (mut length, mut l) = (0, 0);
        while l < lists.len() {
            let mut c = 0;
            while c < lists[l].len() {
                length += 5;
                let (patterns, mut p) = (lists[l][c].1, 0);
                while p < patterns.len() {
                    length += patterns[p].len() + 1;
                    p += 1;
                }
                c += 1;
            }
            l += 1;
        }
        length
    }

    /// Packs lists; `N` is their [`length`](Self::length).
    pub const fn pack<const N: usize>(lists: &[&CueList]) -> [u8; N] {
        let (mut out, mut at, mut l) = ([0; N], 0, 0);
        while l < lists.len() {
            let mut c = 0;
            while c < lists[l].len() {
                let (cue, patterns) = lists[l][c];
                let (hash, rest) = (cue.0.to_le_bytes(), out.split_at_mut(at).1);
                rest.split_at_mut(4).0.copy_from_slice(&hash);
                at += 4;
                let mut p = 0;
                while p < patterns.len() {
                    let rest = out.split_at_mut(at).1;
                    rest.split_at_mut(patterns[p].len()).0.copy_from_slice(patterns[p].as_bytes());
                    at += patterns[p].len();
                    out[at] = ENDS[0];
                    at += 1;
                    p += 1;
                }
                out[at] = ENDS[1];
                at += 1;
                c += 1;
            }
            l += 1;
        }
        out
    }

    /// The cues with their patterns, in the order of the lists; a line feed ends each pattern.
    pub fn iter(self) -> impl Iterator<Item = (Cue, &'static [u8])> {
        let mut rest = self.0;
        std::iter::from_fn(move || {
            let (hash, patterns) = rest.split_first_chunk()?;
            let end = patterns.iter().position(|&byte| byte == ENDS[1])?;
            rest = &patterns[end + 1..];
            Some((Cue(u32::from_le_bytes(*hash)), &patterns[..end]))
        })
    }
}

/// Packs lists of cues, given as constants: `packed!(read::CUES)`.
#[macro_export]
macro_rules! packed {
    ($($list:expr),+ $(,)?) => {{
        const LISTS: &[&$crate::language::cue::CueList] = &[$($list),+];
        static BYTES: [u8; $crate::language::cue::Packed::length(LISTS)] = $crate::language::cue::Packed::pack(LISTS);
        $crate::language::cue::Packed::new(&BYTES)
    }};
}

/// A place where a cue stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit {
    /// Which.
    pub cue: Cue,
    /// Index of its first token in the block.
    pub first: u32,
    /// Index of the token after its last.
    pub end: u32,
    /// The families that have this cue, one bit each.
    pub families: u32,
}

impl Hit {
    /// The families that it wakes, in a passage with a quantity and in one without.
    pub(super) fn wakes(&self, quantity: bool) -> u32 {
        match self.cue.0 & WHEN {
            WAKES => self.families,
            OF_QUANTITY if quantity => self.families,
            _ => 0,
        }
    }

    /// Its tokens, as a range of indexes into the block's.
    pub fn range(&self) -> std::ops::Range<usize> {
        self.first as usize..self.end as usize
    }
}
