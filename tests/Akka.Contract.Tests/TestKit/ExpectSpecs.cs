using Xunit.Sdk;

namespace Akka.Contract.Tests.TestKit;

public sealed class ExpectSpecs : Spec
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(50);

    private void Receive(params object[] messages)
    {
        foreach (var message in messages)
            TestActor.Tell(message, TestActor);
    }

    [Fact]
    public void ExpectMsg_takes_messages_in_order()
    {
        Receive(1, "two", 3.0);

        Assert.Equal(1, ExpectMsg<int>());
        Assert.Equal("two", ExpectMsg("two"));
        ExpectMsg<double>(number => number > 2);
    }

    [Fact]
    public void ExpectMsg_fails_on_another_type_another_value_or_nothing()
    {
        Receive(1, 2, 3);

        Assert.ThrowsAny<XunitException>(() => ExpectMsg<string>());
        Assert.ThrowsAny<XunitException>(() => ExpectMsg(7));
        Assert.ThrowsAny<XunitException>(() => ExpectMsg<int>(number => number == 7));
        Assert.ThrowsAny<XunitException>(() => ExpectMsg<int>(Short));
    }

    [Fact]
    public void ExpectMsg_may_check_by_assertions()
    {
        Receive("hello", "hello");

        ExpectMsg<string>(text => Assert.Equal("hello", text));
        Assert.ThrowsAny<XunitException>(() => ExpectMsg<string>(text => Assert.Equal("world", text)));
    }

    [Fact]
    public void ExpectMsg_takes_subclasses_too()
    {
        Receive(new ArgumentNullException("a"));

        Assert.IsType<ArgumentNullException>(ExpectMsg<ArgumentException>());
    }

    [Fact]
    public async Task ExpectMsgAsync_waits_without_a_thread()
    {
        var expecting = ExpectMsgAsync<string>();
        Receive("hello");

        Assert.Equal("hello", await expecting);
    }

    [Fact]
    public void ExpectNoMsg_fails_when_there_is_one()
    {
        ExpectNoMsg(Short);

        Receive("hello");

        Assert.ThrowsAny<XunitException>(() => ExpectNoMsg(TimeSpan.FromSeconds(20)));
    }

    [Fact]
    public async Task ExpectNoMsgAsync_does_so_as_well()
    {
        await ExpectNoMsgAsync(Short);

        Receive("hello");

        await Assert.ThrowsAnyAsync<XunitException>(async () => await ExpectNoMsgAsync(TimeSpan.FromSeconds(20)));
    }

    [Fact]
    public void ExpectMsgAllOf_takes_them_in_any_order()
    {
        Receive("b", "a");
        ExpectMsgAllOf(["a", "b"]);

        Receive("b", "c");
        Assert.ThrowsAny<XunitException>(() => ExpectMsgAllOf(["a", "b"]));
    }

    [Fact]
    public void ExpectMsgAnyOf_takes_one_of_several()
    {
        Receive("b", "c");

        Assert.Equal("b", ExpectMsgAnyOf(["a", "b"]));
        Assert.ThrowsAny<XunitException>(() => ExpectMsgAnyOf(["a", "b"]));
    }

    [Fact]
    public void ReceiveN_takes_so_many()
    {
        Receive(1, 2, 3);

        Assert.Equal([1, 2], ReceiveN(2).Cast<int>());
        Assert.ThrowsAny<XunitException>(() => ReceiveN(2, Short));
    }

    [Fact]
    public void ReceiveOne_takes_one_or_gives_up()
    {
        Receive(1);

        Assert.Equal(1, ReceiveOne(Short));
        Assert.Null(ReceiveOne(Short));
        Assert.Null(ReceiveOne(TimeSpan.Zero));
    }

    [Fact]
    public void ReceiveWhile_takes_as_long_as_it_is_answered()
    {
        Receive(1, 2, "end");

        Assert.Equal([1, 2], ReceiveWhile(TimeSpan.FromSeconds(20), message => message as int?).Select(number => number!.Value));
        ExpectMsg("end");
    }

    [Fact]
    public void FishForMessage_passes_over_the_others()
    {
        Receive(1, "two", 3, 4);

        Assert.Equal("two", FishForMessage(message => message is string));
        Assert.Equal(4, FishForMessage<int>(number => number > 3));
        Assert.ThrowsAny<XunitException>(() => FishForMessage(_ => true, Short));
    }

    [Fact]
    public void HasMessages_tells_whether_any_wait()
    {
        Assert.False(HasMessages);

        Receive(1);
        AwaitCondition(() => HasMessages);

        ExpectMsg(1);
        Assert.False(HasMessages);
    }
}
