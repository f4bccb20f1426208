//! Lists in order, which take the place of the standard sorts and tables: those are made anew for every type, at 2 to
//! 4 kB of wasm each.

use std::cmp::Ordering;

use crate::list::Listed;

/// Sorts a list; what is equal keeps its order.
///
/// Runs of indexes are merged, which is a tenth of the standard sort's code.
pub(crate) fn sort_by<T>(list: &mut Vec<T>, compare: impl Fn(&T, &T) -> Ordering) {
    let order = order(list.len(), &|a, b| compare(&list[a], &list[b]));
    let mut old: Vec<Option<T>> = std::mem::take(list).into_iter().map(Some).listed();
    list.reserve_exact(old.len());
    for at in order {
        if let Some(item) = old[at].take() {
            list.push(item);
        }
    }
}

/// A list in order, each item once, to be looked through by `binary_search`.
pub(crate) fn set<T: Ord>(items: impl IntoIterator<Item = T>) -> Vec<T> {
    let mut list: Vec<T> = items.into_iter().listed();
    sort_by(&mut list, Ord::cmp);
    list.dedup();
    list
}

#[inline(never)]
fn order(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).listed();
    // Most lists are in order as they come.
    if (1..count).all(|at| compare(at - 1, at).is_le()) {
        return order;
    }
    let mut merged = order.clone();
    let mut run = 1;
    while run < count {
        for start in (0..count).step_by(2 * run) {
            let (middle, end) = ((start + run).min(count), (start + 2 * run).min(count));
            let (mut left, mut right) = (start, middle);
            for place in &mut merged[start..end] {
                let from_right = right < end && (left == middle || compare(order[right], order[left]).is_lt());
                let from = if from_right { &mut right } else { &mut left };
                *place = order[*from];
                *from += 1;
            }
        }
        std::mem::swap(&mut order, &mut merged);
        run *= 2;
    }
    order
}

#[cfg(test)]
mod tests {
    proptest::proptest! {
        #[test]
        fn it_sorts_as_the_standard_library_does(list: Vec<(u8, u8)>) {
            let (mut ours, mut standard) = (list.clone(), list);
            super::sort_by(&mut ours, |a, b| a.0.cmp(&b.0));
            standard.sort_by_key(|item| item.0);
            proptest::prop_assert_eq!(ours, standard);
        }
    }
}
