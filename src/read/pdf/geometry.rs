//! Points, boxes and transformations of a page. Lengths are points (1/72 inch); x runs right, y runs down.

use std::ops::Mul;

/// An affine transformation, its six numbers in PDF's order: `x' = a·x + c·y + e`, `y' = b·x + d·y + f`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Matrix(pub [f64; 6]);

impl Matrix {
    pub const IDENTITY: Self = Self([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    pub const fn translate(x: f64, y: f64) -> Self {
        Self([1.0, 0.0, 0.0, 1.0, x, y])
    }

    pub fn apply(self, x: f64, y: f64) -> (f64, f64) {
        let [a, b, c, d, e, f] = self.0;
        (a * x + c * y + e, b * x + d * y + f)
    }

    /// How much larger an area becomes.
    pub fn area(self) -> f64 {
        let [a, b, c, d, ..] = self.0;
        (a * d - b * c).abs()
    }

    /// The upright box around a transformed box.
    pub fn apply_box(self, [x0, y0, x1, y1]: [f64; 4]) -> [f64; 4] {
        let corners = [self.apply(x0, y0), self.apply(x1, y0), self.apply(x1, y1), self.apply(x0, y1)];
        let min = |f: fn(&(f64, f64)) -> f64| corners.iter().map(f).fold(f64::INFINITY, f64::min);
        let max = |f: fn(&(f64, f64)) -> f64| corners.iter().map(f).fold(f64::NEG_INFINITY, f64::max);
        [min(|p| p.0), min(|p| p.1), max(|p| p.0), max(|p| p.1)]
    }
}

impl Mul for Matrix {
    type Output = Self;

    /// First `other`, then `self`.
    fn mul(self, other: Self) -> Self {
        let ([a, b, c, d, e, f], o) = (self.0, other.0);
        Self([
            a * o[0] + c * o[1],
            b * o[0] + d * o[1],
            a * o[2] + c * o[3],
            b * o[2] + d * o[3],
            a * o[4] + c * o[5] + e,
            b * o[4] + d * o[5] + f,
        ])
    }
}

/// An upright box.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rect {
    pub x0: f32,
    pub y0: f32,
    pub x1: f32,
    pub y1: f32,
}

impl Rect {
    /// A box that holds nothing yet.
    pub const NONE: Self = Self { x0: f32::INFINITY, y0: f32::INFINITY, x1: f32::NEG_INFINITY, y1: f32::NEG_INFINITY };

    pub fn new(x0: f32, y0: f32, x1: f32, y1: f32) -> Self {
        Self { x0: x0.min(x1), y0: y0.min(y1), x1: x0.max(x1), y1: y0.max(y1) }
    }

    pub fn width(&self) -> f32 {
        self.x1 - self.x0
    }

    pub fn height(&self) -> f32 {
        self.y1 - self.y0
    }

    pub fn join(&mut self, other: &Self) {
        self.x0 = self.x0.min(other.x0);
        self.y0 = self.y0.min(other.y0);
        self.x1 = self.x1.max(other.x1);
        self.y1 = self.y1.max(other.y1);
    }

    /// Whether a point is inside or on the edge.
    pub fn holds(&self, x: f32, y: f32) -> bool {
        self.x0 <= x && x <= self.x1 && self.y0 <= y && y <= self.y1
    }

    /// How long the two boxes run beside each other; negative is the distance between them.
    pub fn overlap_x(&self, other: &Self) -> f32 {
        self.x1.min(other.x1) - self.x0.max(other.x0)
    }

    /// As `overlap_x`, from top to bottom.
    pub fn overlap_y(&self, other: &Self) -> f32 {
        self.y1.min(other.y1) - self.y0.max(other.y0)
    }
}

/// Brings things into the order of two keys, the second for equal first ones; what is equal in both stays in order.
///
/// One sort for all kinds of things: each sort of its own would take 10 kB of the module.
pub fn sorted<T>(items: Vec<T>, key: impl Fn(&T) -> (f32, f32)) -> Vec<T> {
    // The bits of floating-point numbers, as numbers that rise with them.
    let rising = |x: f32| if x.is_sign_negative() { !x.to_bits() } else { x.to_bits() | 1 << 31 };
    let both = |(a, b): (f32, f32)| u64::from(rising(a)) << 32 | u64::from(rising(b));
    let mut order: Vec<(u64, u32)> = items.iter().zip(0..).map(|(item, at)| (both(key(item)), at)).collect();
    order.sort_unstable();
    let mut items: Vec<Option<T>> = items.into_iter().map(Some).collect();
    order.into_iter().filter_map(|(_, at)| items[at as usize].take()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn transformations_run_from_right_to_left() {
        let flip = Matrix([1.0, 0.0, 0.0, -1.0, 0.0, 100.0]);
        assert_eq!((flip * Matrix::translate(10.0, 20.0)).apply(0.0, 0.0), (10.0, 80.0));
        assert_eq!((Matrix::IDENTITY * flip), flip);
        assert_eq!(flip.apply_box([0.0, 0.0, 10.0, 30.0]), [0.0, 70.0, 10.0, 100.0]);
    }

    #[test]
    fn sorting_minds_both_keys_and_leaves_equals() {
        let items = vec![(2.0, 1.0, 'a'), (-1.5, 0.0, 'b'), (2.0, -3.0, 'c'), (-7.0, 9.0, 'd'), (2.0, 1.0, 'e')];
        let order: String = sorted(items, |item| (item.0, item.1)).into_iter().map(|item| item.2).collect();
        assert_eq!(order, "dbcae");
    }

    #[test]
    fn overlap_is_negative_for_boxes_apart() {
        let (a, b) = (Rect::new(0.0, 0.0, 10.0, 10.0), Rect::new(12.0, 5.0, 20.0, 30.0));
        assert!((a.overlap_x(&b) + 2.0).abs() < 1e-6);
        assert!((a.overlap_y(&b) - 5.0).abs() < 1e-6);
    }
}
