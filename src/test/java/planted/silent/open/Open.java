package planted.silent.open;

public class Open {
}
