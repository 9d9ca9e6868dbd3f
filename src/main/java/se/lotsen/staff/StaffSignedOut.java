package se.lotsen.staff;

import java.util.UUID;

/** Somebody has signed out by themselves, in one browser; there may be another. */
public record StaffSignedOut(UUID account) {
}
