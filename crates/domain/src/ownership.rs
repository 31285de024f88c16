//! Rule 6: an account's owners stay within the model's bounds. The set is private, so there is no way around its methods.

use std::collections::BTreeSet;

use crate::ids::MemberId;
use crate::members::{Member, MemberStatus, owner_only};
use crate::role_models::RoleModel;
use crate::violations::{Rule, Violation};

/// The owners of one account, read under the account's lock and kept until the unit ends.
#[derive(Debug)]
pub struct Owners {
    active: BTreeSet<MemberId>,
    others: BTreeSet<MemberId>,
    role: String,
    least: usize,
    most: Option<usize>,
}

/// The proof that a member may go: only [`Owners::depart`] and [`Departed::of_invited`] make one, and a store deletes
/// no member without it.
#[derive(Debug, PartialEq, Eq)]
pub struct Departed(MemberId);

impl Departed {
    /// An invited member may always go: the owner role is never invited to.
    pub fn of_invited(member: &Member) -> Option<Self> {
        (member.status == MemberStatus::Invited).then_some(Self(member.id))
    }
    /// Who may go.
    pub fn member(&self) -> MemberId {
        self.0
    }
}

fn size(count: u32) -> usize {
    usize::try_from(count).unwrap_or(usize::MAX)
}

impl Owners {
    /// From all holders of the owner role.
    pub fn new(model: &RoleModel, holders: impl IntoIterator<Item = (MemberId, MemberStatus)>) -> Self {
        let (active, others): (Vec<_>, Vec<_>) =
            holders.into_iter().partition(|(_, status)| *status == MemberStatus::Active);
        let ownership = model.ownership();
        Self {
            active: active.into_iter().map(|(member, _)| member).collect(),
            others: others.into_iter().map(|(member, _)| member).collect(),
            role: model.owner_role().id.clone(),
            least: size(ownership.least),
            most: ownership.most.map(size),
        }
    }
    /// Whether a member holds the owner role.
    pub fn contains(&self, member: MemberId) -> bool {
        self.active.contains(&member) || self.others.contains(&member)
    }
    /// What is out of bounds, if anything: after a move to another model.
    pub fn out_of_bounds(&self) -> Option<Violation> {
        if self.active.len() < self.least {
            Some(self.last_owner())
        } else {
            self.most
                .filter(|most| self.active.len() + self.others.len() > *most)
                .map(|most| self.reached(most))
        }
    }
    /// A member gives up the owner role, or leaves.
    ///
    /// # Errors
    /// `last_owner` when too few active owners would be left.
    pub fn release(&mut self, member: MemberId) -> Result<(), Violation> {
        if self.active.contains(&member) && self.active.len() <= self.least {
            return Err(self.last_owner());
        }
        self.active.remove(&member);
        self.others.remove(&member);
        Ok(())
    }
    /// An active member takes the owner role.
    ///
    /// # Errors
    /// `member_not_active`, or `owner_by_transfer` when the most is reached.
    pub fn admit(&mut self, member: MemberId, status: MemberStatus) -> Result<(), Violation> {
        if status != MemberStatus::Active {
            return Err(Violation::new(
                Rule::MemberNotActive,
                "a new owner must be an active member",
                "wait until the invitation is accepted, or resume the member first",
            ));
        }
        if let Some(most) =
            self.most.filter(|most| !self.contains(member) && self.active.len() + self.others.len() >= *most)
        {
            return Err(self.reached(most));
        }
        self.active.insert(member);
        Ok(())
    }
    /// Ownership moves in one step, so the count stays.
    ///
    /// # Errors
    /// `owner_only` unless it is an active owner's to give, `member_not_active`.
    pub fn transfer(&mut self, from: MemberId, to: MemberId, status: MemberStatus) -> Result<(), Violation> {
        if !self.active.remove(&from) {
            return Err(owner_only("transfer the ownership"));
        }
        let moved = self.admit(to, status);
        if moved.is_err() {
            self.active.insert(from);
        }
        moved
    }
    /// An owner, or another member, is suspended.
    ///
    /// # Errors
    /// `last_owner`.
    pub fn suspend(&mut self, member: MemberId) -> Result<(), Violation> {
        if self.active.contains(&member) {
            if self.active.len() <= self.least {
                return Err(self.last_owner());
            }
            self.active.remove(&member);
            self.others.insert(member);
        }
        Ok(())
    }
    /// A member goes: removed, or by themselves.
    ///
    /// # Errors
    /// `last_owner`.
    pub fn depart(&mut self, member: MemberId) -> Result<Departed, Violation> {
        self.release(member)?;
        Ok(Departed(member))
    }

    fn last_owner(&self) -> Violation {
        Violation::new(
            Rule::LastOwner,
            format!("an account keeps at least {} active holder of `{}`", self.least, self.role),
            "make another active member an owner first, or transfer the ownership",
        )
    }
    fn reached(&self, most: usize) -> Violation {
        Violation::new(
            Rule::OwnerByTransfer,
            format!("an account has at most {most} holder of `{}`", self.role),
            "transfer the ownership instead: it moves the role in one step",
        )
    }
}
