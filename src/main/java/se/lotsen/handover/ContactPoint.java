package se.lotsen.handover;

import org.jspecify.annotations.Nullable;

/**
 * A door of the municipality that citizens can call, write to or visit. One entry of {@code
 * contacts.yaml}; holds only what is public.
 *
 * @param id the key that pages name as their {@code contact}
 * @param phone as it is written in Swedish, such as {@code 031-390 06 00}
 * @param queue the opening hours that apply, an id of {@code opening-hours.yaml}
 * @param secret whether cases of the queue are only for agents who list it
 * @param whenClosed a sentence that is said after the next opening while the door is closed
 */
public record ContactPoint(String id, String name, String phone, @Nullable String email,
        @Nullable String visitingAddress, String queue, @Nullable String whenClosed,
        boolean secret) {

    /** A contact whose cases any agent may see. */
    public ContactPoint(String id, String name, String phone, @Nullable String email,
            @Nullable String visitingAddress, String queue, @Nullable String whenClosed) {
        this(id, name, phone, email, visitingAddress, queue, whenClosed, false);
    }
}
