using LanChat.Protocol.Dialects;

namespace LanChat.Protocol.Tests.Dialects;

public sealed class AllDialectsSpecs
{
    [Fact]
    public void Each_has_the_port_its_clients_expect() => Assert.Equal(
        [("json", 8001), ("terminal", 8002), ("colon", 8888), ("pychat", 12231), ("miniqq", 12000), ("line", 6666)],
        AllDialects.List.Select(dialect => (dialect.Name, dialect.UsualPort)));

    [Fact]
    public void The_protocol_names_them_all_with_their_ports() => Assert.Equal(
        AllDialects.List.Skip(1).Select(dialect => ($"`{dialect.Name}`", $"{dialect.UsualPort}")),
        Manual.Rows("Other dialects").Skip(2).Select(row => (row[0], row[1])));
}
