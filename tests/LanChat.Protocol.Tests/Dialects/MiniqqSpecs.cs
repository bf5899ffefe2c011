using LanChat.Protocol.Dialects.Older;
using LanChat.Protocol.Tests.Text;
using static LanChat.Protocol.Tests.Dialects.ClientMessages;

namespace LanChat.Protocol.Tests.Dialects;

public sealed class MiniqqSpecs
{
    private readonly ConversationDriver _driver = new(new MiniqqDialect());

    private IEnumerable<ClientMessage> Said => _driver.Messages.Skip(1);

    [Fact]
    public void A_connection_joins_under_its_address_or_with_the_port_if_taken() =>
        Assert.Equal([new EnterRequest("192.168.38.203", Otherwise: "192.168.38.203:51937")], _driver.Messages);

    [Theory]
    [InlineData("""{"type":"1","content":"大家好"}""")]
    [InlineData("""{"type":"1","content":"大家好","destinationIP":"all"}""")]
    [InlineData("""{"type":"1","content":"大家好","destinationIP":null}""")]
    [InlineData("""{"type":"1","content":"大家好","destinationIP":""}""")]
    [InlineData("""{"destinationIP":"all","sourceIP":"10.0.0.1","content":"大家好","type":"1"}""")]
    public void A_message_without_destination_is_for_everybody(string message)
    {
        _driver.Receive(message);
        Assert.Equal([Say("大家好")], Said);
    }

    [Theory]
    [InlineData("192.168.38.149")]
    [InlineData("192.168.38.149:7788")]
    [InlineData("小糖豆")]
    [InlineData("All")]
    public void A_message_with_a_destination_is_private(string entry)
    {
        _driver.Receive($$"""{"type":"1","content":"只有你","destinationIP":"{{entry}}"}""");
        Assert.Equal([Tell(entry, "只有你")], Said);
    }

    [Theory]
    [InlineData("")]
    [InlineData(""","destinationIP":"all" """)]
    public void A_file_without_destination_is_for_everybody(string destination)
    {
        _driver.Receive($$"""{"type":"3","filename":"a.txt","content":"line\r\nline"{{destination}}}""");
        Assert.Equal([Share("a.txt", "line\r\nline")], Said);
    }

    [Fact]
    public void A_file_with_a_destination_is_private_and_may_be_empty()
    {
        _driver.Receive("""{"type":"3","filename":"a.txt","content":"","destinationIP":"小糖豆"}""");
        Assert.Equal([Share("a.txt", "", "小糖豆")], Said);
    }

    [Fact]
    public void File_names_are_not_validated_by_the_dialect()
    {
        _driver.Receive("""{"type":"3","filename":"../x","content":"a"}{"type":"3","filename":"","content":"a"}""");
        Assert.Equal([Share("../x", "a"), Share("", "a")], Said);
    }

    [Theory]
    [InlineData("""{"type":"1"}""", "incomplete")]
    [InlineData("""{"type":"1","content":""}""", "incomplete")]
    [InlineData("""{"type":"1","content":null,"destinationIP":"小糖豆"}""", "incomplete")]
    [InlineData("""{"type":"3","content":"a"}""", "incomplete")]
    [InlineData("""{"type":"3","filename":"a.txt"}""", "incomplete")]
    [InlineData("""{"type":"2","content":[]}""", "malformed")]
    [InlineData("""{"type":"2"}""", "unknown-request")]
    [InlineData("""{"type":"4","content":"a"}""", "unknown-request")]
    [InlineData("""{"content":"a"}""", "unknown-request")]
    [InlineData("""{"type":1,"content":"a"}""", "malformed")]
    [InlineData("""{"type":"1","content":1}""", "malformed")]
    [InlineData("""{"type":"1","content":"a","destinationIP":["小糖豆"]}""", "malformed")]
    public void An_invalid_request_is_refused(string request, string code)
    {
        _driver.Receive(request);
        Assert.Equal([code], Said.Select(said => Assert.IsType<ClientMessage.Invalid>(said).Reason.Code));
    }

    [Fact]
    public void GBK_is_decoded()
    {
        _driver.Receive(Gbk.Bytes("""{"type":"1","content":"你好"}{"type":"3","filename":"文件.txt","content":"許功蓋"}"""));
        Assert.Equal([Say("你好"), Share("文件.txt", "許功蓋")], Said);
    }
}
