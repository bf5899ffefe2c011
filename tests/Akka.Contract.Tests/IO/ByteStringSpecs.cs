using System.Text;
using Akka.IO;

namespace Akka.Contract.Tests.IO;

/// <summary>A byte string shares the arrays it is given, in as many parts, and copies only where it says so.</summary>
public sealed class ByteStringSpecs
{
    private static ByteString Text(string text) => ByteString.FromString(text);

    [Fact]
    public void Text_becomes_UTF8_and_text_again()
    {
        var bytes = Text("Grüße");

        Assert.Equal(Encoding.UTF8.GetBytes("Grüße"), bytes.ToArray());
        Assert.Equal("Grüße", bytes.ToString());
        Assert.Equal(7, bytes.Count);
    }

    [Fact]
    public void FromBytes_shares_the_array_and_CopyFrom_does_not()
    {
        byte[] array = [1, 2, 3];
        var shared = ByteString.FromBytes(array);
        var copy = ByteString.CopyFrom(array, 0, 3);

        array[0] = 9;

        Assert.Equal(9, shared[0]);
        Assert.Equal(1, copy[0]);
    }

    [Fact]
    public void Many_parts_are_gathered_without_copying()
    {
        byte[] first = [1, 2];
        byte[] second = [3, 4];
        var gathered = ByteString.FromBytes([new ArraySegment<byte>(first), new ArraySegment<byte>(second)]);

        second[0] = 9;

        Assert.Equal([1, 2, 9, 4], gathered.ToArray());
        Assert.Equal(4, gathered.Count);
    }

    [Theory]
    [InlineData(0, 3, "one")]
    [InlineData(2, 5, "e two")]
    [InlineData(4, 3, "two")]
    [InlineData(8, 5, "three")]
    [InlineData(0, 13, "one two three")]
    [InlineData(5, 0, "")]
    public void A_slice_may_reach_over_parts(int index, int count, string expected)
    {
        var parts = Text("one ") + Text("two ") + Text("three");

        Assert.Equal(expected, parts.Slice(index, count).ToString());
        Assert.Equal("one two three"[index..], parts.Slice(index).ToString());
    }

    [Fact]
    public void Concatenation_gathers_the_parts_and_changes_neither()
    {
        var hello = Text("hello ");

        var both = hello + Text("world");

        Assert.Equal("hello world", both.ToString());
        Assert.Equal("hello ", hello.ToString());
        Assert.False(both.IsCompact);
        Assert.True(both.Compact().IsCompact);
    }

    [Fact]
    public void CopyTo_copies_from_all_parts()
    {
        var buffer = new byte[6];

        Assert.Equal(4, (ByteString.FromBytes([1, 2]) + ByteString.FromBytes([3, 4])).CopyTo(buffer, 1, 4));

        Assert.Equal([0, 1, 2, 3, 4, 0], buffer);
    }

    [Fact]
    public void Bytes_are_equal_however_they_are_parted()
    {
        var whole = Text("hello");
        var parts = Text("he") + Text("llo");

        Assert.True(whole == parts);
        Assert.Equal(whole.GetHashCode(), parts.GetHashCode());
        Assert.False(whole == Text("hullo"));
    }
}
