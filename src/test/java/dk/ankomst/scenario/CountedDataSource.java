package dk.ankomst.scenario;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Counts what a thread asks of the database: a figure that does not depend on what else the machine is doing. */
final class CountedDataSource extends DelegatingDataSource {

    private static final ThreadLocal<long[]> CALLS = ThreadLocal.withInitial(() -> new long[1]);
    private static final ThreadLocal<@Nullable Consumer<String>> READER = new ThreadLocal<>();

    CountedDataSource(DataSource counted) {
        super(counted);
    }

    /** Statements and batches sent, savepoints set or released, and transactions ended, by this thread so far. */
    static long calls() {
        return CALLS.get()[0];
    }

    /** Hands every statement of this thread, as it is sent, to the reader; none to stop. */
    static void read(@Nullable Consumer<String> reader) {
        if (reader == null) {
            READER.remove();
        } else {
            READER.set(reader);
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        return counted(Connection.class, super.getConnection(), "");
    }

    private static <T> T counted(Class<T> type, T real, String sql) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            String name = method.getName();
            boolean isStatement = name.startsWith("execute");
            if (isStatement || name.equals("commit") || name.equals("rollback") || name.endsWith("Savepoint")) {
                CALLS.get()[0]++;
                Consumer<String> reader = READER.get();
                if (reader != null) {
                    reader.accept(isStatement ? sql : name);
                }
            }
            Object result = call(real, method, arguments);
            if (result instanceof PreparedStatement statement) {
                return counted(PreparedStatement.class, statement, String.valueOf(arguments[0]));
            }
            return result instanceof Statement statement ? counted(Statement.class, statement, "") : result;
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static @Nullable Object call(Object real, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }
}
