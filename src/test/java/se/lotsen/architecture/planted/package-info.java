/** Classes that break one architecture rule each, so that every rule is seen to bite. Nothing here is ever run. */
package se.lotsen.architecture.planted;
