/**
 * The engine room: how every other room is comes in, and a page, figures, traces and alarms that tell an operator what is wrong
 * and what to do go out; and the one switch that holds the assistant back. It must never know what was asked or answered.
 *
 * <p>It has no door: nobody builds on it. What it decides reaches the thinking through
 * {@link se.lotsen.answering.AssistantSwitch}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"storage", "audit", "privacy", "knowledge", "archive", "retrieval",
        "embedding",
        "languagemodel", "confidence", "answering", "conversation", "handover", "delivery", "feedback",
        "staff"})
package se.lotsen.operations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
