using System.Data.Common;
using LanChat.Rooms;

namespace LanChat.Server.Storage;

/// <summary>The table <c>device</c>: the device keys of accounts that have several.</summary>
internal static class AccountTable
{
    public const string Create = """
        create table device (
            key text primary key, account text not null, number bigint not null, name text not null,
            added bigint not null, used bigint not null
        );
        """;

    public static IReadOnlyList<LinkedDevice> Read(ISqlDatabase database) =>
        database.Read("select key, account, number, name, added, used from device order by account, number", Device);

    public static void Apply(ISqlTransaction transaction, AccountChange change)
    {
        switch (change)
        {
            case AccountChange.DeviceSet({ } device):
                transaction.Run("delete from device where key = $1", device.Key);
                transaction.Run(
                    "insert into device values ($1, $2, $3, $4, $5, $6)",
                    device.Key, device.Account, (long)device.Number, device.Name, SqlTime.Milliseconds(device.Added),
                    SqlTime.Milliseconds(device.Used));
                break;
            case AccountChange.DeviceRemoved removed:
                transaction.Run("delete from device where key = $1", removed.Key);
                break;
            default: throw new ArgumentOutOfRangeException(nameof(change), change, message: null);
        }
    }

    private static LinkedDevice Device(DbDataReader row) => new(
        row.GetString(0), row.GetString(1), (int)row.GetInt64(2), row.GetString(3),
        SqlTime.Of(row.GetInt64(4)), SqlTime.Of(row.GetInt64(5)));
}
