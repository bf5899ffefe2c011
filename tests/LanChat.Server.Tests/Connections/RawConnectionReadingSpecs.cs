using LanChat.Protocol;

namespace LanChat.Server.Tests.Connections;

public sealed class RawConnectionReadingSpecs : ConnectionSpec
{
    [Fact]
    public void A_read_of_a_raw_client_is_one_message_with_its_line_ends()
    {
        EnterInRawMode();

        Receive("one\ntwo\n");

        Assert.Equal("one\ntwo\n", Room.ExpectMsg<ClientMessage.Say>().Text);
        ExpectSilence();
    }

    [Fact]
    public void A_character_split_between_two_reads_is_handled_whole()
    {
        EnterInRawMode();
        var bytes = System.Text.Encoding.UTF8.GetBytes("小");

        Receive(bytes[..2]);
        ExpectReading();
        ExpectSilence();
        Receive(bytes[2..]);

        Assert.Equal("小", Room.ExpectMsg<ClientMessage.Say>().Text);
    }

    [Fact]
    public void Half_a_character_followed_by_nothing_is_not_text()
    {
        EnterInRawMode();
        Receive([0xE5]);
        ExpectReading();
        Settle(Connection);

        Advance(200);

        Assert.Contains(Protocol.Refusal.NotText.Text, ExpectWrite());
    }
}
