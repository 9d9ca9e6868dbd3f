/** What stands between the house and a model: deadlines, a breaker, limits and a budget, and the models in their order. */
@NullMarked
package se.lotsen.languagemodel.guarded;

import org.jspecify.annotations.NullMarked;
