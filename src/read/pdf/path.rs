//! The path that a page is drawing: ruling lines, boxes and discs are told from it.

use super::geometry::Rect;

/// The path being built, in page space.
#[derive(Default)]
pub struct Path {
    start: (f64, f64),
    pub at: (f64, f64),
    /// Straight pieces of all subpaths.
    pub lines: Vec<[(f64, f64); 2]>,
    /// The box of each subpath, and whether it has straight and upright or level sides only.
    pub boxes: Vec<(Rect, bool)>,
}

impl Path {
    pub fn move_to(&mut self, to: (f64, f64)) {
        (self.start, self.at) = (to, to);
        let point = Rect::new(to.0 as f32, to.1 as f32, to.0 as f32, to.1 as f32);
        self.boxes.push((point, true));
    }

    pub fn line_to(&mut self, to: (f64, f64)) {
        let straight = (to.0 - self.at.0).abs() < 0.5 || (to.1 - self.at.1).abs() < 0.5;
        self.lines.push([self.at, to]);
        self.widen(to, straight);
        self.at = to;
    }

    pub fn close(&mut self) {
        if self.at != self.start {
            self.line_to(self.start);
        }
    }

    pub fn widen(&mut self, to: (f64, f64), straight: bool) {
        if let Some((rect, all_straight)) = self.boxes.last_mut() {
            rect.join(&Rect::new(to.0 as f32, to.1 as f32, to.0 as f32, to.1 as f32));
            *all_straight &= straight;
        }
    }

    pub fn clear(&mut self) {
        self.lines.clear();
        self.boxes.clear();
    }
}
