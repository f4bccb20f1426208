//! JSON as a tree: what documents and circumstances are made of when they come back over a boundary.
//!
//! Serde's derived reading is made anew for every type and with every fault that a type can have, which came to a
//! tenth of the core module. A tree is read by one function, and each type takes its fields from it.

mod source;

use serde::de::value::StrDeserializer;
use serde::de::{Deserialize, DeserializeOwned, Deserializer, Error, IntoDeserializer, MapAccess, SeqAccess, Visitor};
use source::NotOfType;

/// A value of JSON.
pub(crate) enum Tree {
    Null,
    Flag(bool),
    Number(f64),
    Text(String),
    List(Vec<Tree>),
    Object(Fields),
}

/// The fields of an object, in the order in which they were written; taken one by one.
#[derive(Default)]
pub(crate) struct Fields(Vec<(String, Tree)>);

/// A type that is made from the fields of an object. What is wrong with them is said in a few words.
pub(crate) trait FromFields: Sized {
    fn from_fields(fields: Fields) -> Result<Self, String>;
}

/// Reads a type by way of its fields; for `impl Deserialize`.
pub(crate) fn read<'de, T: FromFields, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    Tree::deserialize(deserializer)?.fields().and_then(T::from_fields).map_err(D::Error::custom)
}

/// Reads the JSON of an object. Its faults do not go through those of serde, which bring a search over texts along.
#[cfg(all(feature = "check", feature = "wasm"))]
pub(crate) fn object<T: FromFields>(json: &[u8]) -> Result<T, String> {
    parse(json)?.fields().and_then(T::from_fields)
}

/// Reads the JSON of a list of objects.
#[cfg(all(feature = "check", feature = "wasm"))]
pub(crate) fn list<T: FromFields>(json: &[u8]) -> Result<Vec<T>, String> {
    if let Tree::List(list) = parse(json)? { objects(list) } else { Err("no list".to_owned()) }
}

#[cfg(all(feature = "check", feature = "wasm"))]
fn parse(json: &[u8]) -> Result<Tree, String> {
    let text = std::str::from_utf8(json).map_err(|_| "no UTF-8".to_owned())?;
    serde_json::from_str(text).map_err(|fault| format!("no JSON: line {}, column {}", fault.line(), fault.column()))
}

fn objects<T: FromFields>(list: Vec<Tree>) -> Result<Vec<T>, String> {
    list.into_iter().map(|tree| T::from_fields(tree.fields()?)).collect()
}

impl Tree {
    fn fields(self) -> Result<Fields, String> {
        if let Self::Object(fields) = self { Ok(fields) } else { Err("no object".to_owned()) }
    }
}

impl Fields {
    /// All that are left, with their names.
    #[cfg(any(feature = "bid", feature = "export"))]
    pub(crate) fn all(self) -> Vec<(String, Tree)> {
        self.0
    }

    /// A field, where it is there.
    #[cfg(any(feature = "bid", feature = "export"))]
    pub(crate) fn get(&self, name: &str) -> Option<&Tree> {
        self.0.iter().find(|(known, _)| known == name).map(|(_, tree)| tree)
    }

    /// An object; none where it is not there.
    #[cfg(feature = "judge")]
    pub(crate) fn object(&mut self, name: &str) -> Result<Option<Self>, String> {
        match self.take(name) {
            Tree::Null => Ok(None),
            Tree::Object(fields) => Ok(Some(fields)),
            _ => Err(wrong(name)),
        }
    }

    /// The value of a field; null where it is not there.
    fn take(&mut self, name: &str) -> Tree {
        let at = self.0.iter().position(|(known, _)| known == name);
        at.map_or(Tree::Null, |at| self.0.swap_remove(at).1)
    }

    pub(crate) fn flag(&mut self, name: &str) -> Result<Option<bool>, String> {
        match self.take(name) {
            Tree::Null => Ok(None),
            Tree::Flag(flag) => Ok(Some(flag)),
            _ => Err(wrong(name)),
        }
    }

    pub(crate) fn number(&mut self, name: &str) -> Result<Option<f64>, String> {
        match self.take(name) {
            Tree::Null => Ok(None),
            Tree::Number(number) => Ok(Some(number)),
            _ => Err(wrong(name)),
        }
    }

    /// A whole number that its type can hold.
    pub(crate) fn count<T: TryFrom<u32>>(&mut self, name: &str) -> Result<Option<T>, String> {
        self.number(name)?.map(|number| count(number).ok_or_else(|| wrong(name))).transpose()
    }

    pub(crate) fn counts<T: TryFrom<u32>>(&mut self, name: &str) -> Result<Option<Vec<T>>, String> {
        let one = |tree| if let Tree::Number(number) = tree { count(number) } else { None };
        let Some(list) = self.list(name)? else { return Ok(None) };
        list.into_iter().map(one).collect::<Option<_>>().map(Some).ok_or_else(|| wrong(name))
    }

    pub(crate) fn text(&mut self, name: &str) -> Result<Option<String>, String> {
        match self.take(name) {
            Tree::Null => Ok(None),
            Tree::Text(text) => Ok(Some(text)),
            _ => Err(wrong(name)),
        }
    }

    /// One of the names of an enum without data.
    pub(crate) fn name<T: DeserializeOwned>(&mut self, name: &str) -> Result<Option<T>, String> {
        let Some(text) = self.text(name)? else { return Ok(None) };
        let names: StrDeserializer<NotOfType> = text.as_str().into_deserializer();
        T::deserialize(names).map(Some).map_err(|_| format!("`{text}` is no `{name}`"))
    }

    /// A list of objects.
    pub(crate) fn objects<T: FromFields>(&mut self, name: &str) -> Result<Option<Vec<T>>, String> {
        self.list(name)?.map(objects).transpose()
    }

    pub(crate) fn list(&mut self, name: &str) -> Result<Option<Vec<Tree>>, String> {
        match self.take(name) {
            Tree::Null => Ok(None),
            Tree::List(list) => Ok(Some(list)),
            _ => Err(wrong(name)),
        }
    }

    /// Once all that are known are taken: fails where one is left.
    #[cfg(feature = "judge")]
    pub(crate) fn none_left(&self) -> Result<(), String> {
        self.0.first().map_or(Ok(()), |(name, _)| Err(format!("unknown field `{name}`")))
    }
}

/// What is said of a field that holds something else.
pub(crate) fn wrong(name: &str) -> String {
    format!("`{name}` is not of its type")
}

/// What is said where a field that must be there is not.
pub(crate) fn missing(name: &str) -> String {
    format!("missing field `{name}`")
}

fn count<T: TryFrom<u32>>(number: f64) -> Option<T> {
    let whole = number as u32;
    if f64::from(whole) == number { whole.try_into().ok() } else { None }
}

impl<'de> Deserialize<'de> for Tree {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Planter)
    }
}

struct Planter;

impl<'de> Visitor<'de> for Planter {
    type Value = Tree;

    fn expecting(&self, formatter: &mut std::fmt::Formatter) -> std::fmt::Result {
        formatter.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Tree, E> {
        Ok(Tree::Null)
    }

    fn visit_bool<E>(self, flag: bool) -> Result<Tree, E> {
        Ok(Tree::Flag(flag))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Tree, E> {
        Ok(Tree::Number(number as f64))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Tree, E> {
        Ok(Tree::Number(number as f64))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Tree, E> {
        Ok(Tree::Number(number))
    }

    fn visit_str<E>(self, text: &str) -> Result<Tree, E> {
        Ok(Tree::Text(text.to_owned()))
    }

    fn visit_string<E>(self, text: String) -> Result<Tree, E> {
        Ok(Tree::Text(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Tree, A::Error> {
        let mut all = vec![];
        while let Some(tree) = list.next_element()? {
            all.push(tree);
        }
        Ok(Tree::List(all))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Tree, A::Error> {
        let mut all = vec![];
        while let Some(field) = map.next_entry()? {
            all.push(field);
        }
        Ok(Tree::Object(Fields(all)))
    }
}
