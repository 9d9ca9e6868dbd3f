package planted.silent.newcomer;

public class Newcomer {
}
