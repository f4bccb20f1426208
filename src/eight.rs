//! Eight bytes looked at together, as one number: what is done for each letter of a text is done so in a fraction of the
//! time, in wasm too.

/// The highest bit of each byte, the lowest, and that which tells small letters from capitals.
pub const HIGH: u64 = 0x8080_8080_8080_8080;
const LOW: u64 = 0x0101_0101_0101_0101;
pub const SMALL: u64 = 0x2020_2020_2020_2020;

/// Eight bytes as a number, the first the lowest; zeros behind the end.
#[inline(always)]
pub fn eight(bytes: &[u8], at: usize) -> u64 {
    if let Some(whole) = bytes.get(at..at + 8).and_then(|rest| rest.first_chunk()) {
        return u64::from_le_bytes(*whole);
    }
    let rest = bytes.get(at..).unwrap_or_default();
    rest.iter().take(8).rev().fold(0, |number, &byte| number << 8 | u64::from(byte))
}

/// The highest bit of each byte that is an English letter.
#[inline]
pub fn letters(eight: u64) -> u64 {
    let small = (eight | SMALL) & !HIGH;
    from(small, b'a') & !from(small, b'z' + 1) & !eight & HIGH
}

/// The highest bit of each byte that is this one; of bytes behind such a one it may be wrong.
#[inline(always)]
pub fn maybe(eight: u64, byte: u8) -> u64 {
    let differs = eight ^ (u64::from(byte) * LOW);
    differs.wrapping_sub(LOW) & !differs & HIGH
}

/// The highest bit of each byte that is English white space, where all eight are English.
#[inline(always)]
pub fn blanks(eight: u64) -> u64 {
    let blank = from(eight, b' ') & !from(eight, b' ' + 1);
    let feed = from(eight, b'\t') & !from(eight, b'\r' + 1);
    (blank | feed) & HIGH
}

/// The highest bit of each byte that is this one.
#[inline(always)]
pub fn equal(eight: u64, byte: u8) -> u64 {
    let differs = eight ^ (u64::from(byte) * LOW);
    !(((differs & !HIGH) + !HIGH) | differs) & HIGH
}

/// Whether all eight are visible English signs, blanks, tabs and line feeds.
#[inline(always)]
pub fn plain(eight: u64) -> bool {
    let control = |english: u64| !from(english, b' ') & !(from(english, b'\t') & !from(english, b'\n' + 1));
    eight & HIGH == 0 && (control(eight) | from(eight, 0x7f)) & HIGH == 0
}

/// How many bytes continue a sign that other bytes began.
#[inline(always)]
pub fn continued(eight: u64) -> u32 {
    (eight & !(eight << 1) & HIGH).count_ones()
}

/// Not zero where one of the bytes has a meaning in Markdown; also where one is `]` or `^`.
#[inline(always)]
pub fn marks(eight: u64) -> u64 {
    let english = eight & !HIGH;
    let near = from(english, b'[') & !from(english, b'`' + 1) & !eight & HIGH;
    near | maybe(eight, b'*') | maybe(eight, b'&') | maybe(eight, b'<') | maybe(eight, b'~')
}

/// The highest bit of each byte that is not below one, where all eight are below 128.
#[inline(always)]
fn from(eight: u64, byte: u8) -> u64 {
    eight + u64::from(0x80 - byte) * LOW
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether the highest bit of the byte at an index is set.
    fn has(mask: u64, at: usize) -> bool {
        mask.to_le_bytes()[at] == 0x80
    }

    proptest::proptest! {
        #[test]
        fn bytes_are_told_apart(bytes in proptest::array::uniform8(0_u8..), other in 0_u8..) {
            let number = eight(&bytes, 0);
            for (at, byte) in bytes.into_iter().enumerate() {
                proptest::prop_assert_eq!(has(letters(number), at), byte.is_ascii_alphabetic());
                let first = !bytes[..at].contains(&other);
                proptest::prop_assert!(!first || has(maybe(number, other), at) == (byte == other));
                proptest::prop_assert_eq!(has(equal(number, other), at), byte == other);
            }
            proptest::prop_assert_eq!(continued(number), bytes.iter().filter(|byte| **byte >> 6 == 2).count() as u32);
            proptest::prop_assert_eq!(marks(number) != 0, bytes.iter().any(|byte| b"[\\]^_`*&<~".contains(byte)));
            let english = bytes.map(|byte| byte & 0x7f);
            let seen = |byte: &u8| matches!(byte, b' '..=b'~' | b'\t' | b'\n');
            proptest::prop_assert_eq!(plain(number), bytes.iter().all(seen));
            proptest::prop_assert_eq!(plain(eight(&english, 0)), english.iter().all(seen));
            for (at, byte) in english.into_iter().enumerate() {
                let blank = matches!(byte, b' ' | b'\t'..=b'\r');
                proptest::prop_assert_eq!(has(blanks(eight(&english, 0)), at), blank);
            }
        }

        #[test]
        fn behind_the_end_are_zeros(bytes in proptest::collection::vec(0_u8.., 0..20), at in 0_usize..24) {
            let mut padded = bytes.clone();
            padded.resize(40, 0);
            proptest::prop_assert_eq!(eight(&bytes, at), eight(&padded, at));
        }
    }
}
