using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Akka.IO;
using LanChat.Protocol;
using LanChat.Server.Broadcasts;
using LanChat.Server.Rooms;

namespace LanChat.Server.Tests.Connections;

public sealed class ConnectionProvingSpecs : ConnectionSpec
{
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    private string Key => Convert.ToBase64String(_key.ExportSubjectPublicKeyInfo());

    private static string Hello(string key) => $"{{\"hello\":1,\"nick\":\"Ann\",\"key\":\"{key}\"}}\n";

    private JsonObject Challenge()
    {
        Connect("room.name=Ours");
        Receive(Hello(Key));
        var frame = JsonNode.Parse(Written())!.AsObject();
        Assert.Equal(14, (int)frame["code"]!);
        return frame["data"]!.AsObject();
    }

    private string Written()
    {
        var bytes = ((Tcp.Write)Socket.FishForMessage(
            message => message is Tcp.Write)).Data.ToString(System.Text.Encoding.UTF8);
        Socket.Send(Connection, Broadcasts.WriteAck.Instance);
        return bytes;
    }

    private void Sign(string room, string nonce, string nick) => Receive(
        $"{{\"sign\":\"{Convert.ToBase64String(_key.SignData(DeviceKey.Proved(room, nonce, nick), HashAlgorithmName.SHA256))}\"}}\n");

    private void ExpectError(Refusal reason) =>
        Assert.Contains($"\"error\":\"{reason.Code}\"", Written(), StringComparison.Ordinal);

    [Fact]
    public void A_client_that_proves_its_key_joins_with_it()
    {
        var challenge = Challenge();

        Sign((string)challenge["room"]!, (string)challenge["nonce"]!, "Ann");

        Assert.Equal(Key, Room.ExpectMsg<RoomProtocol.Join>().Device);
        Assert.Equal("Ours", (string)challenge["room"]!);
        Assert.Contains(Convert.FromBase64String((string)challenge["nonce"]!), part => part != 0);
        Assert.Equal(32, Convert.FromBase64String((string)challenge["nonce"]!).Length);
    }

    [Theory]
    [InlineData("Theirs", null, "Ann")]
    [InlineData(null, "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", "Ann")]
    [InlineData(null, null, "Ben")]
    public void A_signature_of_other_data_is_refused(string? room, string? nonce, string nick)
    {
        var challenge = Challenge();

        Sign(room ?? (string)challenge["room"]!, nonce ?? (string)challenge["nonce"]!, nick);

        ExpectError(Refusal.KeyUnproven);
        ExpectSilence(Room, Connection);
    }

    [Theory]
    [InlineData("{\"sign\":\"\"}")]
    [InlineData("{\"sign\":\"AAAA\"}")]
    [InlineData("{\"say\":\"hello\"}")]
    [InlineData("{\"list\":true}")]
    public void Any_other_reply_to_a_challenge_is_refused(string line)
    {
        Challenge();

        Receive(line + "\n");

        ExpectError(Refusal.KeyUnproven);
        ExpectSilence(Room, Connection);
    }

    [Theory]
    [InlineData("")]
    [InlineData("AAAA")]
    [InlineData("garbage")]
    public void An_invalid_key_is_refused(string key)
    {
        Connect();

        Receive(Hello(key));

        ExpectError(Refusal.KeyInvalid);
        ExpectSilence(Room, Connection);
    }

    [Fact]
    public void Without_registrations_no_key_is_requested()
    {
        Connect("names.kept=0");

        Receive(Hello(Key));

        Assert.Null(Room.ExpectMsg<RoomProtocol.Join>().Device);
    }

    [Fact]
    public void A_signature_without_a_challenge_is_an_unknown_request()
    {
        Connect();
        Receive("{\"hello\":1,\"nick\":\"Ann\"}\n");
        Room.ExpectMsg<RoomProtocol.Join>();
        Room.Send(Connection, new RoomProtocol.Joined(new Member("Ann", Client), new Batch([])) { Room = "Ours" });
        Written();

        Sign("Ours", "AAAA", "Ann");

        ExpectError(Refusal.UnknownRequest);
    }
}
