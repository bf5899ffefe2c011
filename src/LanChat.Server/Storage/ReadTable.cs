using LanChat.Rooms;

namespace LanChat.Server.Storage;

/// <summary>
/// The table <c>read_position</c>: how far accounts have read; <c>silent</c>: the accounts that
/// tell nobody; and <c>unkept</c>: those whose positions are not kept.
/// </summary>
internal static class ReadTable
{
    public const string Create = """
        create table read_position (
            account text not null, place text not null, id bigint not null, primary key (account, place)
        );
        create table silent (account text primary key);
        """;

    public const string CreateUnkept = "create table unkept (account text primary key);";

    public static ReadPositions Read(ISqlDatabase database) => new(
        database.Read("select account, place, id from read_position", row =>
            new ReadPosition(row.GetString(0), row.GetString(1), row.GetInt64(2))),
        database.Read("select account from silent", row => row.GetString(0)),
        database.Read("select account from unkept", row => row.GetString(0)));

    public static void Move(ISqlTransaction transaction, ReadPosition to)
    {
        transaction.Run("delete from read_position where account = $1 and place = $2", to.Account, to.Place);
        transaction.Run("insert into read_position values ($1, $2, $3)", to.Account, to.Place, to.Id);
    }

    /// <summary>
    /// Deletes what is kept about an account, and the positions of others in messages with it.
    /// </summary>
    public static void Forget(ISqlTransaction transaction, string account)
    {
        var place = ReadPosition.OfAccount(account);
        transaction.Run("delete from read_position where account = $1 or place = $2", account, place);
        SetShares(transaction, account, shares: true);
        SetKeeps(transaction, account, keeps: true);
    }

    public static void SetKeeps(ISqlTransaction transaction, string account, bool keeps)
    {
        transaction.Run("delete from unkept where account = $1", account);
        if (keeps) return;
        transaction.Run("insert into unkept values ($1)", account);
        transaction.Run("delete from read_position where account = $1", account);
    }

    public static void SetShares(ISqlTransaction transaction, string account, bool shares)
    {
        transaction.Run("delete from silent where account = $1", account);
        if (!shares) transaction.Run("insert into silent values ($1)", account);
    }
}
