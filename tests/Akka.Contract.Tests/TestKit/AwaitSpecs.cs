using Akka.Actor;
using Akka.Contract.Tests.Actor;
using Xunit.Sdk;

namespace Akka.Contract.Tests.TestKit;

public sealed class AwaitSpecs : Spec
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(50);

    [Fact]
    public void AwaitAssert_tries_until_the_assertion_holds()
    {
        var tries = 0;

        AwaitAssert(() => Assert.Equal(3, ++tries), interval: TimeSpan.FromMilliseconds(1));

        Assert.Equal(3, tries);
    }

    [Fact]
    public void AwaitAssert_throws_the_last_failure_when_time_is_up() =>
        Assert.Throws<EqualException>(() => AwaitAssert(() => Assert.Equal(1, 2), Short, TimeSpan.FromMilliseconds(10)));

    [Fact]
    public async Task AwaitAssertAsync_can_await()
    {
        var tries = 0;

        await AwaitAssertAsync(async () =>
        {
            await Task.Yield();
            Assert.Equal(3, ++tries);
        }, interval: TimeSpan.FromMilliseconds(1));

        Assert.Equal(3, tries);
    }

    [Fact]
    public void AwaitCondition_tries_until_it_is_true()
    {
        var tries = 0;

        AwaitCondition(() => ++tries == 3, Patience, TimeSpan.FromMilliseconds(1));

        Assert.Equal(3, tries);
        Assert.ThrowsAny<XunitException>(() => AwaitCondition(() => false, Short));
    }

    [Fact]
    public async Task AwaitConditionAsync_does_so_as_well()
    {
        var tries = 0;

        await AwaitConditionAsync(() => Task.FromResult(++tries == 3), Patience, TimeSpan.FromMilliseconds(1));

        Assert.Equal(3, tries);
    }

    [Fact]
    public void Within_bounds_what_is_expected_inside()
    {
        Within(TimeSpan.FromSeconds(20), () =>
        {
            Assert.True(RemainingOrDefault <= TimeSpan.FromSeconds(20));
            Sys.ActorOf(Doing.Echo()).Tell("hello");
            ExpectMsg("hello");
        });

        Assert.ThrowsAny<XunitException>(() => Within(Short, () => ExpectMsg("never")));
    }

    [Fact]
    public void Within_gives_back_what_was_found() =>
        Assert.Equal(42, Within(TimeSpan.FromSeconds(20), () => 42));

    [Fact]
    public void Within_may_demand_that_it_takes_a_while() =>
        Assert.ThrowsAny<XunitException>(() => Within(TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(20), () => { }));
}
