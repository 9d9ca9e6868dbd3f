package se.lotsen.architecture.planted;

public class PublicInANestedPackage {
}
