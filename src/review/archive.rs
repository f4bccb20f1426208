//! Writes a Word file anew: the parts that changed, and all others as they are packed.

use std::collections::BTreeMap;
use std::io::Write;

use rawzip::{CompressionMethod, DataDescriptorOutput, ZipArchive, ZipArchiveWriter};
use zlib_rs::{Deflate, DeflateFlush, Status};

use crate::read::zip;

/// How hard is tried to make parts small: the usual.
const LEVEL: i32 = 6;

/// The archive with these parts, by their names: those that are there in their places, new ones at the end. None where
/// the archive is broken.
pub fn write(bytes: &[u8], parts: &BTreeMap<String, String>) -> Option<Vec<u8>> {
    let archive = ZipArchive::from_slice(bytes).ok()?;
    let more: usize = parts.values().map(String::len).sum();
    let mut writer = ZipArchiveWriter::new(Vec::with_capacity(bytes.len() + more / 4 + 4096));
    let mut left: BTreeMap<String, &String> =
        parts.iter().map(|(name, text)| (name.to_ascii_lowercase(), text)).collect();
    let mut entries = archive.entries();
    while let Some(entry) = entries.next_entry().ok()? {
        let path = String::from_utf8_lossy(entry.file_path().as_ref()).into_owned();
        if entry.is_dir() {
            writer.new_dir(&path).create().ok()?;
            continue;
        }
        if let Some(text) = left.remove(&zip::path(entry.file_path().as_ref()).to_ascii_lowercase()) {
            add(&mut writer, &path, text)?;
            continue;
        }
        let local = archive.get_entry(entry.wayfinder()).ok()?;
        let (mut copy, _) = writer.new_file(&path).compression_method(entry.compression_method()).start().ok()?;
        copy.write_all(local.data()).ok()?;
        let verify = local.claim_verifier();
        copy.finish(DataDescriptorOutput::new(verify.crc, verify.uncompressed_size)).ok()?;
    }
    for (name, text) in parts.iter().filter(|(name, _)| left.contains_key(&name.to_ascii_lowercase())) {
        add(&mut writer, name, text)?;
    }
    writer.finish().ok()
}

fn add(writer: &mut ZipArchiveWriter<Vec<u8>>, name: &str, text: &str) -> Option<()> {
    let (mut entry, _) = writer.new_file(name).compression_method(CompressionMethod::DEFLATE).start().ok()?;
    entry.write_all(&deflate(text.as_bytes())?).ok()?;
    let sum = rawzip::crc32(text.as_bytes());
    entry.finish(DataDescriptorOutput::new(sum, text.len() as u64)).ok()?;
    Some(())
}

fn deflate(bytes: &[u8]) -> Option<Vec<u8>> {
    // What cannot be packed grows by a few bytes a block.
    let mut out = vec![0; bytes.len() + bytes.len() / 1000 + 100];
    let mut stream = Deflate::new(LEVEL, false, 15);
    let status = stream.compress(bytes, &mut out, DeflateFlush::Finish).ok()?;
    out.truncate(stream.total_out() as usize);
    (status == Status::StreamEnd).then_some(out)
}
