//! RTF as Outlook packs it [MS-OXRTFCP]. The one crate for it trusts the lengths that the bytes give.

/// What has been written before anything is, so that the first words of RTF are short.
const START: &[u8] =
    b"{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \
    \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\
    \\fs20\\b\\i\\u\\tab\\tx";
/// Bytes that words may be repeated from.
const WINDOW: usize = 4096;

/// The RTF that was packed, as far as it goes; none where nothing was. It is at most nine times as long.
pub fn unpacked(packed: &[u8]) -> Option<Vec<u8>> {
    let (head, mut rest) = packed.split_at_checked(16)?;
    let length = u32::from_le_bytes(head[4..8].try_into().ok()?) as usize;
    match &head[8..12] {
        b"MELA" => Some(rest[..rest.len().min(length)].to_vec()),
        b"LZFu" => {
            let mut out = START.to_vec();
            'all: while let Some((&flags, runs)) = rest.split_first() {
                rest = runs;
                for bit in 0..8 {
                    if flags & (1 << bit) == 0 {
                        let Some((&byte, further)) = rest.split_first() else { break 'all };
                        out.push(byte);
                        rest = further;
                        continue;
                    }
                    let Some((&[high, low], further)) = rest.split_first_chunk() else { break 'all };
                    rest = further;
                    let reference = usize::from(u16::from_be_bytes([high, low]));
                    // Places in the window are those of what was written last; one that is not written yet ends it.
                    let back = (out.len() + WINDOW - (reference >> 4)) % WINDOW;
                    if back == 0 {
                        break 'all;
                    }
                    for _ in 0..(reference & 15) + 2 {
                        out.push(out.len().checked_sub(back).map_or(b' ', |at| out[at]));
                    }
                }
            }
            out.drain(..START.len());
            Some(out)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_example_of_the_specification_is_unpacked() {
        assert_eq!(START.len(), 207);
        let packed = b"\x2d\0\0\0\x2b\0\0\0LZFu\xf1\xc5\xc7\xa7\x03\0\x0a\0rcpg125B2\x0a\xf3 hel\t\0 bw\x05\xb0ld}\n\x80\x0f\xa0";
        assert_eq!(unpacked(packed).unwrap(), b"{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n");
    }

    #[test]
    fn what_is_not_packed_or_broken_is_read_as_far_as_it_goes() {
        assert_eq!(unpacked(b"\x0f\0\0\0\x05\0\0\0MELA\0\0\0\0{\\rtf1}").unwrap(), b"{\\rtf");
        assert_eq!(unpacked(b"\x0f\0\0\0\xff\xff\xff\xffLZFu\0\0\0\0\0ab").unwrap(), b"ab");
        assert_eq!(unpacked(b"LZFu"), None);
        assert_eq!(unpacked(&[0; 20]), None);
        // Runs that repeat themselves.
        let runs = [b"\0\0\0\0\0\0\0\0LZFu\0\0\0\0".as_slice(), &[0xff; 900]].concat();
        assert!(unpacked(&runs).unwrap().len() <= 9 * runs.len());
    }
}
