using System.Text;
using LanChat.Protocol.Dialects.Older;
using LanChat.Protocol.Tests.Text;
using static LanChat.Protocol.Tests.Dialects.ClientMessages;

namespace LanChat.Protocol.Tests.Dialects;

/// <summary>
/// The dialects of consecutive JSON objects share this behaviour; miniqq is the example.
/// </summary>
public sealed class JsonConversationSpecs
{
    private readonly ConversationDriver _driver = new(new MiniqqDialect());

    private IEnumerable<ClientMessage> Said => _driver.Messages.Skip(1);

    private static string Message(string content) => $$"""{"type":"1","content":{{content}}}""";

    private void ExpectMessages(string script, params ClientMessage[] messages)
    {
        _driver.Receive(script);
        Assert.Equal(messages, Said);
    }

    [Fact]
    public void One_read_may_have_several_objects() =>
        ExpectMessages(
            Message("\"one\"") + Message("\"two\"") + " \r\n" + Message("\"three\"") + "{\"type\"",
            Say("one"),
            Say("two"),
            Say("three"));

    [Fact]
    public void One_object_may_take_several_reads_even_within_a_character()
    {
        foreach (var value in Encoding.UTF8.GetBytes(Message("\"小糖豆 😀\""))) _driver.Receive([value]);
        Assert.Equal([Say("小糖豆 😀")], Said);
    }

    [Theory]
    [InlineData("许功盖")]
    [InlineData("許功蓋 誠")]
    [InlineData("亄亅亇亐乗")]
    [InlineData("乕")]
    public void Objects_may_be_GBK(string text)
    {
        _driver.Receive(Gbk.Bytes(Message($"\"{text}\"") + Message($"\"{text}\"")));
        Assert.Equal([Say(text), Say(text)], Said);
    }

    [Theory]
    [InlineData("\"\\u5c0f\\ud83d\\ude00\"", "小😀")]
    [InlineData("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "\"\\/\b\f\n\r\t")]
    [InlineData("\"}{][\"", "}{][")]
    [InlineData("\" not trimmed \"", " not trimmed ")]
    public void Escapes_in_a_text_are_decoded(string content, string text) =>
        ExpectMessages(Message(content), Say(text));

    [Theory]
    [InlineData("""{"type":"4","type":"1","content":1,"content":"two"}""")]
    [InlineData("""{"content":"one","type":"1","content":"two"}""")]
    [InlineData("""{"content":"two","type":"1","\u0074ype":"1"}""")]
    public void The_last_of_two_fields_with_the_same_name_applies(string script) => ExpectMessages(script, Say("two"));

    [Theory]
    [InlineData("""{"type":"1","content":"a","Content":1,"x":{"content":[1,null,{}]},"":"\ud800"}""")]
    public void Unknown_fields_are_ignored(string script) => ExpectMessages(script, Say("a"));

    [Theory]
    [InlineData("1")]
    [InlineData("true")]
    [InlineData("[\"a\"]")]
    [InlineData("{\"a\":\"b\"}")]
    [InlineData("\"\\ud800\"")]
    [InlineData("\"\\ude00\\ud83d\"")]
    [InlineData("\"\\u0000\"")]
    [InlineData("\"a\nb\"")]
    [InlineData("\"\\x41\"")]
    [InlineData("'a'")]
    [InlineData("\"a\",")]
    [InlineData("")]
    public void A_text_field_of_another_type_closes_the_connection(string content) =>
        ExpectMessages(Message(content) + Message("\"more\""), Invalid(Refusal.Malformed));

    [Theory]
    [InlineData("hello")]
    [InlineData("[]")]
    [InlineData("1")]
    [InlineData("\"a\"")]
    [InlineData("null")]
    [InlineData("}")]
    [InlineData(",")]
    [InlineData("{]")]
    [InlineData("{a}")]
    [InlineData("GET / HTTP/1.1\r\n\r\n")]
    [InlineData("\u0016\u0003\u0001")]
    public void Input_that_is_no_object_closes_the_connection(string garbage)
    {
        ExpectMessages(Message("\"one\"") + garbage + Message("\"two\""), Say("one"), Invalid(Refusal.Malformed));
        Assert.Equal(
            Invalid(Refusal.Malformed),
            new ConversationDriver(new MiniqqDialect()).Receive(garbage + Message("\"two\"")).Messages[1]);
    }

    [Fact]
    public void NUL_and_invalid_encodings_close_the_connection()
    {
        ExpectMessages(Message("\"a\0b\"") + Message("\"more\""), Invalid(Refusal.NotText));
        Assert.Equal(
            Invalid(Refusal.NotText),
            new ConversationDriver(new MiniqqDialect()).Receive(
                [.. "{\"type\":\"1\",\"content\":\""u8, 0xFF, .. "\"}"u8]).Messages[1]);
    }

    [Theory]
    [InlineData("{\"a\":", "}")]
    [InlineData("[", "]")]
    public void Nesting_a_thousand_deep_closes_the_connection(string opens, string closes)
    {
        var nested = string.Concat(Enumerable.Repeat(opens, 1000)) + "1" + string.Concat(
            Enumerable.Repeat(closes, 1000));
        ExpectMessages($$"""{"type":"1","x":{{nested}},"content":"a"}""", Invalid(Refusal.Malformed));
    }

    [Fact]
    public void A_string_of_ten_megabytes_closes_the_connection_at_the_limit()
    {
        _driver.Receive("{\"type\":\"1\",\"content\":\"");
        var piece = Encoding.ASCII.GetBytes(new string('a', 8192));
        for (var read = 0; read < 10_000_000; read += piece.Length)
        {
            Assert.Equal(read >= WireLimits.Default.Line, _driver.IsClosed);
            _driver.Receive(piece);
        }

        Assert.Equal([Invalid(Refusal.LineTooLong)], Said);
    }

    [Fact]
    public void A_partial_object_waits_and_is_dropped_at_the_end()
    {
        _driver.Receive(Message("\"one\"") + "{\"type\":\"1\",\"content\":\"tw").Pause();
        Assert.Null(_driver.Conversation.Patience);
        Assert.Equal([Say("one")], Said);

        _driver.Receive("o\"}{\"type").End();
        Assert.Equal([Say("one"), Say("two")], Said);
    }
}
